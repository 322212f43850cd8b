export const texts = {
  people: {
    you: 'vous',
    candidate: 'le candidat',
    formerStaff: 'une personne du rectorat',
    system: 'Registre',
    visitor: 'un visiteur',
  },
};
