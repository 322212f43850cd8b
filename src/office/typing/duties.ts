import { FILE_READERS } from '../../accounts/index.ts';
import { addresses } from '../addresses.ts';
import { listAskedLetters } from '../store/recoveries.ts';
import { counted, type Duty } from '../waiting.ts';
import { paperTexts } from './paperTexts.ts';

/** Letters with the code of an account that this person may print. */
export const accessLetters: Duty = {
  readers: FILE_READERS,
  read: async ({ db }, { scope, staff }) =>
    counted((await listAskedLetters(db, scope, staff.accountId)).length, (count) => ({
      words: paperTexts.letter.waiting.home(count),
      see: paperTexts.letter.waiting.see,
      href: addresses.letters(),
    })),
};
