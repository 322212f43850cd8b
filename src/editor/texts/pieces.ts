/** The sentences of the pieces of a draft. */
export const texts = {
  when: 'Quand elle est demandée',
  unreadable: "Quand elle est demandée n'est pas lisible\u00a0: ouvrez le fichier.",
  health: 'donnée de santé',
  offered: 'proposée, jamais exigée',
  group: (session: string): string => `Regroupement, ${session}`,
  groupHint: 'Où cette session la demande. Vide\u00a0: nulle part.',
};
