import { FILE_READERS } from '../../accounts/index.ts';
import { countWaitingCases, publicationAddresses } from '../../publication/index.ts';
import { ACCOMMODATION_READERS, countUnreached, type Duty, lineFor } from '../../scope/index.ts';
import { addresses } from '../addresses.ts';
import { homeTexts } from '../desk/homeTexts.ts';
import { listWaitingRecoveries } from '../store/recoveries.ts';
import { addressTexts } from './addressTexts.ts';
import { appealTexts } from './appealTexts.ts';

/** Candidates whom our mails don't reach. */
export const unreached: Duty = {
  readers: FILE_READERS,
  read: async ({ db }, { scope }) =>
    lineFor(await countUnreached(db, scope), (count) => ({
      words: homeTexts.unreached(count),
      see: homeTexts.seeUnreached,
      href: addresses.unreached,
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
      href: addresses.unreached,
    })),
};

/** Appeals and requests: without an answer, and since when the first; accepted, of decisions that still stand. */
function appealsOf(reader: 'office' | 'health', readers: Duty['readers'], href: string): Duty {
  return {
    readers,
    read: async ({ db }, { staff }) => {
      const { waiting, first, toCarryOut } = await countWaitingCases(db, staff.academy, reader);
      if (first === null && toCarryOut === 0) return null;
      const said = [
        ...(first === null ? [] : [appealTexts.home(waiting, first)]),
        ...(toCarryOut === 0 ? [] : [appealTexts.toCarryOut(toCarryOut)]),
      ];
      return { words: said.join(' '), see: appealTexts.see, href };
    },
  };
}
export const appeals = appealsOf('office', ['head'], publicationAddresses.cases());
export const healthAppeals = appealsOf('health', ACCOMMODATION_READERS, publicationAddresses.healthCases());
