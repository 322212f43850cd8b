import { createHash, randomUUID } from 'node:crypto';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import type { LineFault } from '../../ui/index.ts';
import type { FormerDeps } from '../deps.ts';
import { faultTexts } from '../faultTexts.ts';
import { personKey } from '../rules/readFile.ts';
import { awaitImports, beginImport, dropUnconfirmed, insertLines, lastRank, settleImport } from '../store/imports.ts';
import { listRenamed } from '../store/lines.ts';
import { texts } from '../texts.ts';
import type { FormerRefusal } from '../work/reader.ts';

type Sent = {
  readonly academy: string;
  readonly by: string;
  readonly name: string;
  readonly bytes: Buffer;
};

/** All that is wrong with the file, or why it can't be read now. Nothing of it is kept then. */
export type ImportRefusal =
  | { readonly kind: 'faults'; readonly faults: readonly LineFault[]; readonly count: number }
  | { readonly kind: 'table'; readonly why: FormerRefusal };

/**
 * Reads a file and keeps it, compared with what stands, until the same person confirms it. Gives its id. Only the comparing holds the
 * academy's lock: while a file is read, others are confirmed and people are recognised.
 */
export async function importFile(
  deps: Pick<FormerDeps, 'db' | 'catalogue' | 'formerReader'>,
  act: Act,
  { academy, by, name, bytes }: Sent,
): Promise<Result<string, ImportRefusal>> {
  const today = parisDay((await readMoment(deps.db, act)).now);
  return transact<string, ImportRefusal>(deps.db, async (tx) => {
    const id = randomUUID();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await beginImport(tx, { id, academy, name, sha256, by });
    const rules = { catalogue: deps.catalogue(), today };
    const file = await deps.formerReader.read(bytes, rules, (part) => insertLines(tx, id, academy, part));
    if (!file.ok) return refuse({ kind: 'table', why: file.error });
    const read = file.value;
    if (read.faultCount > 0) return refuse({ kind: 'faults', faults: read.faults, count: read.faultCount });
    await awaitImports(tx, academy);
    await dropUnconfirmed(tx, { id, academy, by });
    const renamed = await refusedNames(tx, id);
    if (renamed.length > 0) return refuse({ kind: 'faults', faults: renamed, count: renamed.length });
    const { added, changed } = await settleImport(tx, { id, academy, afterRank: await lastRank(tx, academy) }, read);
    if (added + changed > 0) return ok(id);
    return refuse({ kind: 'faults', faults: [{ line: null, message: texts.nothingNew }], count: 1 });
  });
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
