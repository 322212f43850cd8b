import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { atVersion } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import type { Json } from '../../platform/keys.ts';
import { type Result, refuse } from '../../platform/result.ts';
import type { MarkActDeps } from '../deps.ts';
import type { MarkBatch } from '../marks.ts';
import type { Refusal } from '../refusals.ts';
import { lockRow } from '../store/batches.ts';

/** What a head was looking at. */
export type BatchOrder = {
  readonly id: string;
  readonly academy: string;
  readonly by: string;
  /** Of the page; null: the act needs none. */
  readonly rowVersion: number | null;
};

/** One act on one batch of theirs, unchanged since their page: others wait for it. */
export function onBatch<T extends Json>(
  { db }: Pick<MarkActDeps, 'db'>,
  act: Act,
  { id, academy, rowVersion }: Omit<BatchOrder, 'by'>,
  work: (tx: Tx, batch: MarkBatch) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return transact<T, Refusal>(db, async (tx) => {
    const batch = await lockRow(tx, academy, id);
    if (batch === null) return refuse({ code: 'not-found' });
    if (rowVersion === null) return work(tx, batch);
    const versions = { now: batch.rowVersion, seen: rowVersion };
    return atVersion<T, Refusal>(tx, act, versions, { code: 'changed-meanwhile' }, () => work(tx, batch));
  });
}
