/** What a page says was just done, by its name in the address. */
export const reminderFlash = {
  'relances-retirees': "Le dossier est retiré des relances. Le candidat n'en reçoit rien.",
  'relances-remises': 'Le dossier est de nouveau relancé comme les autres.',
} as const;
