import { createHash } from 'node:crypto';
import { transact } from '../../platform/database/transact.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { Table } from '../../platform/tables/readTable.ts';
import type { MarkActDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { whyNotEntered } from '../rules/batchActs.ts';
import { type LineFault, readMarkTable } from '../rules/markTable.ts';
import { lockRow } from '../store/batches.ts';
import { scriptsOf } from '../store/entries.ts';
import { insertImport } from '../store/imports.ts';
import type { Entering } from './enterMarks.ts';

export type FileRefusal = { readonly faults: readonly LineFault[] } | { readonly refusal: Refusal };

/** Keeps what a clean file would change, to be shown and confirmed; writes no mark. Gives the id of what is kept. */
export function checkFile(
  { db }: Pick<MarkActDeps, 'db'>,
  { id, academy, round, by }: Entering,
  { name, bytes, table }: { readonly name: string; readonly bytes: Buffer; readonly table: Table },
): Promise<Result<string, FileRefusal>> {
  return transact<string, FileRefusal>(db, async (tx) => {
    const batch = await lockRow(tx, academy, id);
    if (batch === null) return refuse({ refusal: { code: 'not-found' } });
    const why = whyNotEntered(batch, round, { by });
    if (why !== null) return refuse({ refusal: { code: why } });
    const read = readMarkTable(table, { batch, round, scripts: await scriptsOf(tx, batch) });
    if (!read.ok) return refuse({ faults: read.error });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return ok(await insertImport(tx, batch, { round, name, sha256, by, ...read.value }));
  });
}
