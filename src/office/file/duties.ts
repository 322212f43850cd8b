import { countWaitingCases, publicationAddresses } from '../../publication/index.ts';
import { ACCOMMODATION_READERS, type Duty } from '../../scope/index.ts';
import { appealTexts } from './appealTexts.ts';

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
