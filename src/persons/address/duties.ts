import { FILE_READERS } from '../../accounts/index.ts';
import { countUnreached, type Duty, lineFor } from '../../scope/index.ts';
import { addresses as personAddresses } from '../addresses.ts';
import { listWaitingRecoveries } from '../store/recoveries.ts';
import { addressTexts } from './addressTexts.ts';
import { unreachedTexts } from './unreachedTexts.ts';

/** Candidates whom our mails don't reach. */
export const unreached: Duty = {
  readers: FILE_READERS,
  read: async ({ db }, { scope }) =>
    lineFor(await countUnreached(db, scope), (count) => ({
      words: unreachedTexts.home(count),
      see: unreachedTexts.see,
      href: personAddresses.unreached,
      tone: 'warn',
    })),
};

/** Changes of a lost address that this person may approve. */
export const recoveries: Duty = {
  readers: FILE_READERS,
  read: async ({ db }, { scope, staff }) =>
    lineFor((await listWaitingRecoveries(db, scope, staff.accountId)).length, (count) => ({
      words: addressTexts.waiting.home(count),
      see: addressTexts.waiting.see,
      href: personAddresses.unreached,
    })),
};
