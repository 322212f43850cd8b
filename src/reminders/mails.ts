import { defineMail } from '../catalogue/index.ts';
import { lost, OF_ENROLMENT } from '../post/index.ts';

export const reminderMails = {
  pieces: defineMail(
    { code: 'pieces.reminder' },
    {
      name: 'Relance de pièces',
      given: [...OF_ENROLMENT, 'deadline', 'todo'],
      needs: {
        number: lost.number,
        todo: 'le candidat ne saurait pas ce qui manque',
        deadline: "le candidat ne saurait pas jusqu'à quand",
        link: lost.link,
      },
    },
  ),
  unregistered: defineMail(
    { code: 'enrolment.unregistered', onlyByMail: true },
    {
      name: 'Inscription commencée, pas enregistrée',
      given: ['civility', 'name', 'exam', 'session', 'deadline', 'link'],
      needs: { deadline: "le candidat ne saurait pas jusqu'à quand s'inscrire", link: lost.link },
    },
  ),
};
