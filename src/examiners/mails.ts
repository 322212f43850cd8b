import { defineMail } from '../catalogue/index.ts';
import { conveningTexts as say, type WordsOfConvening } from './conveningTexts.ts';

/** One mail a person for all that they are still to be told of a session. */
export const examinerMails = {
  convened: defineMail({ code: 'examiner.convened', to: 'staff' }, (of: WordsOfConvening) => ({
    subject: say.mail.subject(of),
    body: say.mail.body(of),
  })),
};
