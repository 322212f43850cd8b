import { defineMail } from '../catalogue/index.ts';
import { LOSES, OF_ENROLMENT } from '../post/index.ts';

export const messageMails = {
  available: defineMail(
    { code: 'message.available' },
    {
      name: 'Message du service à lire',
      given: OF_ENROLMENT,
      needs: { number: LOSES.number, link: 'le candidat ne pourrait pas lire le message, que ce mail ne dit pas' },
    },
  ),
};
