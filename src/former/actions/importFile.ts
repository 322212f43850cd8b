import { createHash, randomUUID } from 'node:crypto';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { readCsv } from '../../platform/tables/readCsv.ts';
import type { Table, TableRefusal } from '../../platform/tables/readTable.ts';
import { parisDay } from '../../platform/time.ts';
import type { FormerDeps } from '../deps.ts';
import { faultTexts } from '../faultTexts.ts';
import { MOST } from '../former.ts';
import { lineRules } from '../knownSpecialities.ts';
import type { Refusal } from '../refusals.ts';
import { type FileReading, type LineFault, type NumberedLine, personKey, readFile } from '../rules/readFile.ts';
import { beginImport, insertLines, lastRank, lockImports, settleImport } from '../store/imports.ts';
import { listRenamed } from '../store/lines.ts';
import { texts } from '../texts.ts';

type Sent = {
  readonly academy: string;
  readonly by: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** Of a workbook, which is read whole; null: a CSV. */
  readonly table: Table | null;
};

/** All that is wrong with the file, or why it can't be read now. Nothing of it is kept then. */
export type ImportRefusal =
  | { readonly kind: 'faults'; readonly faults: readonly LineFault[]; readonly count: number }
  | { readonly kind: 'table'; readonly why: TableRefusal }
  | { readonly kind: 'refusal'; readonly refusal: Refusal };

/** Reads a file and keeps it, compared with what stands, until the same person confirms it. Gives its id. */
export function importFile(
  deps: Pick<FormerDeps, 'db' | 'catalogue'>,
  act: Act,
  { academy, by, name, bytes, table }: Sent,
): Promise<Result<string, ImportRefusal>> {
  return transact<string, ImportRefusal>(deps.db, async (tx) => {
    if (!(await lockImports(tx, academy))) return refuse({ kind: 'refusal', refusal: { code: 'import-busy' } });
    const id = randomUUID();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await beginImport(tx, { id, academy, name, sha256, by, afterRank: await lastRank(tx, academy) });
    const today = parisDay((await readMoment(tx, act)).now);
    const reading = readFile(lineRules(deps.catalogue(), today));
    const take = (rows: Table): Promise<void> => keep(tx, { id, academy }, reading, rows);
    if (table === null) {
      const read = await readCsv(bytes, MOST.lines + 2, take);
      if (!read.ok) return refuse({ kind: 'table', why: read.error });
    } else await take(table);
    const read = reading.end();
    if (read.faultCount > 0) return refuse({ kind: 'faults', faults: read.faults, count: read.faultCount });
    const renamed = await refusedNames(tx, id);
    if (renamed.length > 0) return refuse({ kind: 'faults', faults: renamed, count: renamed.length });
    const { added, changed } = await settleImport(tx, { id, academy }, read);
    if (added + changed > 0) return ok(id);
    return refuse({ kind: 'faults', faults: [{ line: null, message: texts.nothingNew }], count: 1 });
  });
}

async function keep(
  tx: Tx,
  { id, academy }: { readonly id: string; readonly academy: string },
  reading: FileReading,
  rows: Table,
): Promise<void> {
  const lines = rows.map(reading.read).filter((line): line is NumberedLine => line !== null);
  // A file with a fault is refused whole: what follows is read for its faults alone.
  if (lines.length > 0 && !reading.isFaulty()) await insertLines(tx, id, academy, lines);
}

/** A number that was recognised as somebody's stays theirs: not that of another name. */
async function refusedNames(tx: Tx, importId: string): Promise<readonly LineFault[]> {
  const renamed = await listRenamed(tx, importId);
  return renamed
    .filter(
      ({ beforeName: birthName, beforeFirst: firstNames, beforeBirth: birthDate, ...now }) =>
        personKey(now) !== personKey({ birthName, firstNames, birthDate }),
    )
    .map(({ number }) => ({ line: null, message: faultTexts.linked(number) }));
}
