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
  home: 'Ce qui attend',
};
