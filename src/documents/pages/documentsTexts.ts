/** What is said of all that an enrolment was given. */
export const documentsTexts = {
  title: 'Mes documents',
  lead: "Les documents de votre inscription, mis à votre disposition par le rectorat. Aucun n'est envoyé par la poste, sauf les décisions qui vous sont notifiées, si vous n'avez pas accepté les notifications en ligne.",
  number: (number: string): string => `N°\u00a0${number}`,
  /** For the office. */
  withheld: {
    suspended: 'Suspendu avec les résultats\u00a0: le candidat ne le lit pas, et la page de vérification le dit',
    withdrawn: 'Retiré par une correction des résultats\u00a0: le candidat ne le lit plus',
  },
  suspended: 'Vos documents de résultats sont suspendus',
  suspendedText: 'Le rectorat les vérifie. Ils reviennent ici dès que la suspension est levée.',
  suspendedLink: 'Ce que dit le rectorat',
  all: 'Tout télécharger (ZIP)',
  /** Begins the name of that file. */
  zip: 'documents',
  empty: 'Aucun document pour le moment',
  emptyText:
    "La confirmation d'inscription et la demande de pièces justificatives arrivent ici dès que vous cliquez sur «\u00a0Enregistrer\u00a0», à la dernière étape.",
  back: 'Revenir à mon inscription',
} as const;
