import { defineMail } from '../catalogue/index.ts';
import { LOSES, OF_ENROLMENT } from '../post/index.ts';

export const paperMails = {
  registered: defineMail(
    { code: 'enrolment.registered' },
    {
      name: 'Inscription enregistrée',
      given: [...OF_ENROLMENT, 'version', 'deadline', 'todo'],
      needs: {
        number: "le candidat n'aurait pas son numéro d'inscription",
        todo: 'le candidat ne saurait pas ce qui lui reste à faire, ni pour quand',
        link: LOSES.link,
      },
    },
  ),
  modified: defineMail(
    { code: 'enrolment.modified' },
    {
      name: 'Inscription modifiée',
      given: [...OF_ENROLMENT, 'version', 'deadline', 'todo'],
      needs: {
        number: LOSES.number,
        version: 'le candidat ne saurait pas quelle version signer',
        todo: "le candidat ne saurait pas qu'il doit signer de nouveau, ni jusqu'à quand",
        link: LOSES.link,
      },
    },
  ),
  typed: defineMail(
    { code: 'enrolment.typed' },
    {
      name: 'Inscription saisie par le bureau pour le candidat',
      given: [...OF_ENROLMENT, 'version', 'deadline', 'todo', 'changes'],
      needs: {
        number: LOSES.number,
        version: 'le candidat ne saurait pas quelle version signer',
        changes: 'le candidat ne saurait pas ce qui est saisi pour lui',
        todo: "le candidat ne saurait pas qu'il doit signer, ni jusqu'à quand",
        link: "le candidat n'aurait pas la page où relire ce qui est saisi pour lui",
      },
    },
  ),
};
