import { keptFor } from '../../catalogue/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { DueAlone } from '../../platform/database/due.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { after } from '../../platform/time.ts';
import { forgetSheets, listStaleSheets } from '../store/sheets.ts';
import type { EraseDeps } from './eraseFiles.ts';

const BATCH = 100;
export const MOST_COUNTED = 100_000;

type Deps = Pick<EraseDeps, 'db' | 'catalogue' | 'files'>;

/** Files that were prepared and never deposited. */
export function dueSheets(deps: Deps): DueAlone {
  return {
    count: async () => (await listStaleSheets(deps.db, await staleBefore(deps), MOST_COUNTED)).length,
    erase: () => eraseSheets(deps),
  };
}

/** The row first: what a crash leaves is nobody's, and swept. */
async function eraseSheets(deps: Deps): Promise<number> {
  let erased = 0;
  for (;;) {
    const stale = await listStaleSheets(deps.db, await staleBefore(deps), BATCH);
    if (stale.length === 0) return erased;
    await deps.db.transaction().execute((tx) => forgetSheets(tx, stale));
    for (const { fileKey } of stale) await deps.files.remove(fileKey);
    erased += stale.length;
  }
}

/** What nothing was added to since then isn't finished any more. */
export async function staleBefore({ db, catalogue }: Pick<EraseDeps, 'db' | 'catalogue'>): Promise<Temporal.Instant> {
  const { now } = await readMoment(db, SYSTEM);
  return after(now, keptFor(catalogue(), 'unfinishedFile').negated());
}
