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
  door: defineMail(
    { code: 'enrolment.signature-door', to: 'signer', onlyByMail: true },
    {
      name: 'Lien pour signer, au représentant légal',
      given: OF_ENROLMENT,
      needs: {
        number: 'le représentant ne saurait pas quelle inscription il signe',
        link: 'il ne pourrait ni lire la confirmation ni la signer',
      },
    },
  ),
  doorCode: defineMail(
    { code: 'enrolment.door-code', to: 'signer', onlyByMail: true },
    {
      name: 'Code qui ouvre le lien du représentant légal',
      given: [...OF_ENROLMENT, 'code'],
      needs: { code: 'le représentant ne pourrait pas lire la confirmation' },
    },
  ),
  refused: defineMail(
    { code: 'enrolment.signature-refused', onlyByMail: true },
    {
      name: 'Signature refusée par le représentant légal',
      given: OF_ENROLMENT,
      needs: { number: LOSES.number, link: "le candidat n'aurait pas la page où envoyer un autre lien" },
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
