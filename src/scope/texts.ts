export const texts = {
  people: {
    you: 'vous',
    candidate: 'le candidat',
    formerStaff: 'une personne du rectorat',
    system: 'Registre',
    visitor: 'un visiteur',
  },
  session: {
    which: 'Session',
    show: 'Afficher',
    none: 'Aucune session',
    noneText: 'Les règles de cette académie ne décrivent pas encore de session.',
  },
  /** Of the files of a list to which something isn't done. */
  whyNot: ['Numéro', 'Candidat', 'Pourquoi'],
  home: 'Ce qui attend',
};
