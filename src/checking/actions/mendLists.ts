import type { Database } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { record, SYSTEM } from '../../platform/journal.ts';
import type { Log } from '../../platform/log.ts';
import { ok } from '../../platform/result.ts';
import { type Recounted, recountLists } from '../store/recountLists.ts';

/** Once a night: what the office's lists say is counted again. A difference is a bug of ours: mended, journaled and said. */
export async function mendLists(db: Database, log: Pick<Log, 'error'>): Promise<Recounted> {
  const mended = await transact(db, async (tx) => {
    const recounted = await recountLists(tx);
    if (Object.values(recounted).some((wrong) => wrong > 0))
      await record(tx, SYSTEM, 'lists.mended', { stream: 'office', academy: null, session: null }, recounted);
    return ok(recounted);
  });
  if (!mended.ok) throw new Error('The lists of the office could not be counted');
  if (Object.values(mended.value).some((wrong) => wrong > 0))
    log.error({ lists: mended.value }, 'lists of the office said something else than its files, and were mended');
  return mended.value;
}
