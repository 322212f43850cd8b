import { keptFor } from '../../catalogue/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { after } from '../../platform/time.ts';
import { forgetSheets, listStaleSheets } from '../store/sheets.ts';
import type { EraseDeps } from './eraseFiles.ts';

const BATCH = 100;

/** Forgets files that were prepared and never deposited; says how many. The row first: what a crash leaves is nobody's, and swept. */
export async function eraseSheets(deps: Pick<EraseDeps, 'db' | 'catalogue' | 'files'>): Promise<number> {
  const { now } = await readMoment(deps.db, SYSTEM);
  const before = after(now, keptFor(deps.catalogue(), 'unfinishedFile').negated());
  let erased = 0;
  for (;;) {
    const stale = await listStaleSheets(deps.db, before, BATCH);
    if (stale.length === 0) return erased;
    await deps.db.transaction().execute((tx) => forgetSheets(tx, stale));
    for (const { fileKey } of stale) await deps.files.remove(fileKey);
    erased += stale.length;
  }
}
