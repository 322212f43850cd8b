import { type Duty, lineFor } from '../scope/index.ts';
import { addresses } from './addresses.ts';
import { listLate } from './boardsView.ts';
import { listSpokenSince } from './store/batches.ts';
import { texts } from './texts.ts';

const say = texts.boards;

/** Sheets of boards that came after the lock, until a head decided of each: one batch alone is opened, several are listed in the session of the first. */
export const lateSheets: Duty = {
  readers: ['head'],
  read: async ({ db }, { scope }) => {
    const late = [];
    for (const batch of await listSpokenSince(db, scope.academy)) {
      const sheets = await listLate(db, batch);
      if (sheets.length > 0) late.push({ batch, sheets: sheets.length });
    }
    const [first] = late;
    if (first === undefined) return null;
    return lineFor(
      late.reduce((sum, { sheets }) => sum + sheets, 0),
      (count) => ({
        words: say.home(count),
        see: say.homeSee,
        href: late.length === 1 ? addresses.batch(first.batch.id) : addresses.list({ session: first.batch.session }),
      }),
    );
  },
};
