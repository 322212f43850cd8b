import { defineMail } from '../catalogue/index.ts';
import { LOSES, OF_ENROLMENT } from '../post/index.ts';

export const reminderMails = {
  pieces: defineMail(
    { code: 'pieces.reminder' },
    {
      name: 'Relance de pièces',
      given: [...OF_ENROLMENT, 'deadline', 'todo'],
      needs: {
        number: LOSES.number,
        todo: 'le candidat ne saurait pas ce qui manque',
        deadline: "le candidat ne saurait pas jusqu'à quand",
        link: LOSES.link,
      },
    },
  ),
  unregistered: defineMail(
    { code: 'enrolment.unregistered', onlyByMail: true },
    {
      name: 'Inscription commencée, pas enregistrée',
      given: ['civility', 'name', 'exam', 'session', 'deadline', 'link'],
      needs: { deadline: "le candidat ne saurait pas jusqu'à quand s'inscrire", link: LOSES.link },
    },
  ),
};
