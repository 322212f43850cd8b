/** What is said around the stops of a tour. */
export const tourTexts = {
  title: 'Dix minutes, neuf personnes',
  lead: 'Cinq étapes chacune. Un bouton connecte et ouvre la page\u00a0; une phrase dit quoi regarder. Tout est inventé.',
  position: (number: number, of: number, title: string): string => `Étape ${number} sur ${of}\u00a0: ${title}`,
  next: 'Suivante',
  leave: 'Quitter la visite',
  back: 'Toutes les visites',
  go: 'Y aller',
  about: (title: string): string => `\u00a0: ${title}`,
  as: (name: string): string => `Connexion\u00a0: ${name}`,
  nobody: 'Sans se connecter',
  missing: "Cette démonstration n'a encore rien à y montrer.",
  absent: (title: string): string => `Rien à montrer pour l'instant à l'étape «\u00a0${title}\u00a0».`,
  how: 'Arrêtez le service, effacez le dossier «\u00a0data\u00a0» et relancez «\u00a0npm start\u00a0» sans «\u00a0--empty\u00a0»\u00a0: il remplit la démonstration.',
  oneWindow:
    "Une fenêtre n'a qu'une personne connectée\u00a0: chaque étape déconnecte la précédente, dans tous les onglets. Pour voir deux personnes à la fois, ouvrez une fenêtre privée.",
  after: "Une bande, en haut de chaque page, mène à l'étape suivante et ramène ici.",
} as const;
