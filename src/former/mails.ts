import { defineMail } from '../catalogue/index.ts';

export const formerMails = {
  answered: defineMail(
    { code: 'former.answered' },
    {
      name: 'Réponse sur des résultats antérieurs',
      given: ['civility', 'name', 'exam', 'session', 'link'],
      needs: { link: 'le candidat ne trouverait pas la réponse' },
    },
  ),
};
