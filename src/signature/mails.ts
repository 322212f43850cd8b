import { defineMail } from '../catalogue/index.ts';
import { LOSES, OF_ENROLMENT } from '../post/index.ts';

export const signatureMails = {
  code: defineMail(
    { code: 'enrolment.signature-code', to: 'signer', onlyByMail: true },
    {
      name: 'Code pour signer en ligne',
      given: [...OF_ENROLMENT, 'code'],
      needs: { number: 'le lecteur ne saurait pas quelle inscription il signe', code: 'personne ne pourrait signer' },
    },
  ),
  signed: defineMail(
    { code: 'enrolment.signed', onlyByMail: true },
    {
      name: 'Confirmation signée en ligne',
      given: [...OF_ENROLMENT, 'version', 'todo'],
      needs: {
        number: LOSES.number,
        version: 'le candidat ne saurait pas quelle version est signée',
        todo: 'le candidat ne saurait pas ce qui lui reste à faire, ni pour quand',
        link: "le candidat n'aurait pas la page où lire la preuve de sa signature",
      },
    },
  ),
};
