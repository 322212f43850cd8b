import type { ExamPlace } from '../exam/index.ts';
import type { Database } from '../platform/database/database.ts';
import { type Duty, lineFor } from '../scope/index.ts';
import { addresses } from './addresses.ts';
import { listLate } from './boardsView.ts';
import type { MarkBatch } from './marks.ts';
import { listSpokenSince } from './store/batches.ts';
import { texts } from './texts.ts';

const say = texts.boards;

/** Sheets of boards that came after the lock, until a head decided of each: one batch alone is opened, several are listed in the session of the first. */
export const lateSheets: Duty = {
  readers: ['head'],
  read: async ({ db }, { scope }) => {
    const late = await lateBatches(db, scope.academy);
    const [first] = late;
    if (first === undefined) return null;
    return lineFor(sheetsIn(late), (count) => ({
      words: say.home(count),
      see: say.homeSee,
      href: late.length === 1 ? addresses.batch(first.batch.id) : addresses.list({ session: first.batch.session }),
    }));
  },
};

/** How many of them there are in a session. */
export async function countLateSheets(db: Database, { academy, session }: ExamPlace): Promise<number> {
  return sheetsIn((await lateBatches(db, academy)).filter(({ batch }) => batch.session === session));
}

type LateBatch = { readonly batch: MarkBatch; readonly sheets: number };

async function lateBatches(db: Database, academy: string): Promise<readonly LateBatch[]> {
  const late: LateBatch[] = [];
  for (const batch of await listSpokenSince(db, academy)) {
    const sheets = await listLate(db, batch);
    if (sheets.length > 0) late.push({ batch, sheets: sheets.length });
  }
  return late;
}

function sheetsIn(late: readonly LateBatch[]): number {
  return late.reduce((sum, { sheets }) => sum + sheets, 0);
}
