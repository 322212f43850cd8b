import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { readTaken } from '../boards.ts';
import type { MarkActDeps } from '../deps.ts';
import { subjectOf } from '../events.ts';
import type { Mark, MarkBatch, RoundName } from '../marks.ts';
import type { Refusal } from '../refusals.ts';
import { whyNotEntered } from '../rules/batchActs.ts';
import { sameMark } from '../rules/markText.ts';
import { emptyIn } from '../rules/settle.ts';
import { isUnwritten } from '../rules/withBoards.ts';
import { lockRow, raiseVersion, writeDone } from '../store/batches.ts';
import { changedSince, insertEntries, scriptsOf } from '../store/entries.ts';
import { findImport, markWritten } from '../store/imports.ts';
import { onBatch } from './onBatch.ts';

type Deps = Pick<MarkActDeps, 'db' | 'events'>;
export type Entering = {
  readonly id: string;
  readonly academy: string;
  readonly round: RoundName;
  readonly by: string;
};
export type Cell = { readonly number: string; readonly mark: Mark | null };

/** Writes what a clerk typed of their round, what differs alone. Gives how many were written, by this click or by one before. */
export function enterMarks(
  deps: Deps,
  act: Act,
  entering: Entering & { readonly cells: readonly Cell[]; readonly version: number },
): Promise<Result<number, Refusal>> {
  const { round, by, cells, version } = entering;
  return onRound(deps, entering, async (tx, batch) => {
    const scripts = new Map((await scriptsOf(tx, batch)).map((one) => [one.number, one]));
    if (cells.some(({ number }) => !scripts.has(number))) return refuse({ code: 'changed-meanwhile' });
    const changed = cells.flatMap(({ number, mark }) => {
      const script = scripts.get(number);
      return script === undefined || sameMark(script[round]?.mark ?? null, mark)
        ? []
        : [{ scriptId: script.id, number, mark }];
    });
    const since = await changedSince(tx, batch, round, version);
    const meanwhile = changed.filter(({ scriptId }) => since.has(scriptId)).map(({ number }) => number);
    if (meanwhile.length > 0) return refuse({ code: 'typed-meanwhile', numbers: meanwhile });
    if (changed.length === 0) return ok(since.size);
    const raised = await raiseVersion(tx, batch, round);
    await insertEntries(tx, batch, { sort: round, lines: changed, version: raised, reason: null, by });
    await deps.events.publish(tx, act, 'marks.entered', subjectOf(batch), {
      batchId: batch.id,
      round,
      lines: changed.length,
      sha256: digestOf(changed),
    });
    return ok(changed.length);
  });
}

/** Writes a file as its preview showed it, if nothing was typed since. */
export function confirmImport(
  deps: Deps,
  act: Act,
  entering: Entering & { readonly importId: string },
): Promise<Result<number, Refusal>> {
  const { round, by, importId } = entering;
  return onRound(deps, entering, async (tx, batch) => {
    const file = await findImport(tx, batch, importId, by);
    if (file === null || file.round !== round) return refuse({ code: 'import-gone' });
    const lines = file.changes.map(({ scriptId, number, after }) => ({ scriptId, number, mark: after }));
    // The same confirmation twice writes once.
    if (file.writtenAt !== null) return ok(lines.length);
    const here = new Set((await scriptsOf(tx, batch)).map(({ id }) => id));
    if (file.version !== batch.rounds[round].version || lines.some(({ scriptId }) => !here.has(scriptId)))
      return refuse({ code: 'import-outdated' });
    const raised = await raiseVersion(tx, batch, round);
    await insertEntries(tx, batch, { sort: round, lines, version: raised, reason: null, by });
    await markWritten(tx, file);
    await deps.events.publish(tx, act, 'marks.imported', subjectOf(batch), {
      batchId: batch.id,
      round,
      lines: lines.length,
      sha256: file.sha256,
      name: file.name,
    });
    return ok(lines.length);
  });
}

/** *Saisie terminée*: every number has something. Said twice by whose round it is, it is done once. */
export function endRound(deps: Deps, act: Act, entering: Entering): Promise<Result<null, Refusal>> {
  const { round, by } = entering;
  return onBatch(deps, act, { ...entering, rowVersion: null }, async (tx, batch) => {
    const why = whyNotEntered(batch, round, { by });
    if (why === 'round-done') return ok(null);
    if (why !== null) return refuse({ code: why });
    // What a board signed on its tablet isn't typed again.
    const numbers = emptyIn(
      round,
      (await readTaken(tx, batch)).scripts.filter((one) => !isUnwritten(one)),
    );
    if (numbers.length > 0) return refuse({ code: 'marks-missing', numbers });
    await writeDone(tx, batch, round, true);
    await deps.events.publish(tx, act, 'marks.done', subjectOf(batch), { batchId: batch.id, round });
    return ok(null);
  });
}

function onRound<T>(
  { db }: Deps,
  { id, academy, round, by }: Entering,
  work: (tx: Tx, batch: MarkBatch) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return transact<T, Refusal>(db, async (tx) => {
    const batch = await lockRow(tx, academy, id);
    if (batch === null) return refuse({ code: 'not-found' });
    const why = whyNotEntered(batch, round, { by });
    return why === null ? work(tx, batch) : refuse({ code: why });
  });
}

/** What the journal keeps of the lines: they themselves would tell the head before the other round is done. */
function digestOf(lines: readonly Cell[]): string {
  const text = lines.map(({ number, mark }) => `${number} ${JSON.stringify(mark)}`).toSorted();
  return createHash('sha256').update(text.join('\n')).digest('hex');
}
