import { FILE_READERS } from '../../accounts/index.ts';
import { paperDesk } from '../../papers/index.ts';
import { type Duty, lineFor } from '../../scope/index.ts';
import { listAskedLetters } from '../store/recoveries.ts';
import { paperTexts } from './paperTexts.ts';

/** Letters with the code of an account that this person may print. */
export const accessLetters: Duty = {
  readers: FILE_READERS,
  read: async ({ db }, { scope, staff }) =>
    lineFor((await listAskedLetters(db, scope, staff.accountId)).length, (count) => ({
      words: paperTexts.letter.waiting.home(count),
      see: paperTexts.letter.waiting.see,
      href: paperDesk.letters(),
    })),
};
