import { markOn } from '../../marking/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { readTaken, signersOf } from '../boards.ts';
import { listLate } from '../boardsView.ts';
import type { MarkActDeps } from '../deps.ts';
import { subjectOf } from '../events.ts';
import { BATCH_LIFE, type Mark, type MarkBatch, MOST, ROUNDS, type RoundName, type Script } from '../marks.ts';
import type { Refusal } from '../refusals.ts';
import { stateOf, whyNotDecided, whyNotLocked, whyNotReopened } from '../rules/batchActs.ts';
import { countChanges } from '../rules/compareLists.ts';
import { sameMark, writeMark } from '../rules/markText.ts';
import { progressOf, settleMark } from '../rules/settle.ts';
import { isUnwritten } from '../rules/withBoards.ts';
import { touchBatch, writeDone, writeLock } from '../store/batches.ts';
import { insertEntries, readTypedBy, scriptsOf } from '../store/entries.ts';
import { countLifts, insertLift, liftStanding } from '../store/identities.ts';
import { changesOf, readSummoned } from '../summoned.ts';
import { type BatchOrder, onBatch } from './onBatch.ts';

type Deps = Pick<MarkActDeps, 'db' | 'events'>;
type WithReason = BatchOrder & { readonly reason: string };

/** Lets the person of a round go on typing. */
export function reopenRound(
  deps: Deps,
  act: Act,
  order: WithReason & { readonly round: RoundName },
): Promise<Result<null, Refusal>> {
  return onBatch(deps, act, order, async (tx, batch) => {
    const { round, reason } = order;
    const why = whyNotReopened(batch, round);
    if (why !== null) return refuse({ code: why });
    await writeDone(tx, batch, round, false);
    await deps.events.publish(tx, act, 'marks.reopened', subjectOf(batch), { batchId: batch.id, round, reason });
    return ok(null);
  });
}

/** A third person says what stands on the scripts where the two rounds differ. */
export function decideDifferences(
  deps: Deps,
  act: Act,
  order: WithReason & { readonly choices: ReadonlyMap<string, Mark> },
): Promise<Result<number, Refusal>> {
  return onBatch(deps, act, order, async (tx, batch) => {
    const { choices, reason, by } = order;
    const why = whyNotDecided(batch, await readTypedBy(tx, batch), { by });
    if (why !== null) return refuse({ code: why });
    const lines = (await scriptsOf(tx, batch)).flatMap((script) => {
      const mark = choices.get(script.number);
      return mark === undefined || settleMark(script).state !== 'differs'
        ? []
        : [{ scriptId: script.id, number: script.number, mark }];
    });
    if (lines.length === 0) return refuse({ code: 'no-difference' });
    await insertEntries(tx, batch, { sort: 'decided', lines, version: null, reason, by });
    await touchBatch(tx, batch);
    await deps.events.publish(tx, act, 'marks.decided', subjectOf(batch), {
      batchId: batch.id,
      numbers: lines.map(({ number }) => number),
      reason,
    });
    return ok(lines.length);
  });
}

/** From then on nothing changes but by a dated correction. */
export function lockBatch(
  deps: Deps & Pick<MarkActDeps, 'entrants' | 'seats'>,
  act: Act,
  order: BatchOrder,
): Promise<Result<null, Refusal>> {
  return onBatch(deps, act, order, async (tx, batch) => {
    const { by } = order;
    const { batch: taken, scripts, boards } = await readTaken(tx, batch);
    const progress = progressOf(taken, scripts);
    const unlisted = countChanges(await changesOf(tx, batch, await readSummoned(deps, tx, batch)));
    if (boards !== null && signersOf(boards).has(by)) return refuse({ code: 'typed-it' });
    const why = whyNotLocked(taken, progress, unlisted, await readTypedBy(tx, batch), { by });
    if (why === 'marks-missing') {
      const numbers = scripts.filter((one) => settleMark(one).state !== 'agreed').map(({ number }) => number);
      return refuse({ code: why, numbers });
    }
    if (why !== null) return refuse({ code: why });
    await takeBoards(tx, batch, scripts.filter(isUnwritten), by);
    await writeLock(tx, batch, by);
    await deps.events.publish(tx, act, 'marks.locked', subjectOf(batch), {
      batchId: batch.id,
      scripts: progress.scripts,
    });
    return ok(null);
  });
}

/** Writes what the boards agreed; nothing is left to type. */
async function takeBoards(tx: Tx, batch: MarkBatch, scripts: readonly Script[], by: string): Promise<void> {
  const lines = scripts.map(({ id, board }) => ({ scriptId: id, mark: board?.mark ?? null }));
  if (lines.length > 0) await insertEntries(tx, batch, { sort: 'board', lines, version: null, reason: null, by });
  for (const round of ROUNDS) if (batch.rounds[round].doneAt === null) await writeDone(tx, batch, round, true);
}

/** Not once a jury has said what it makes of these marks: then one mark is corrected, and the record has its dated addition. */
export function unlockBatch(
  deps: Deps & Pick<MarkActDeps, 'closedRecord'>,
  act: Act,
  order: WithReason,
): Promise<Result<null, Refusal>> {
  return onBatch(deps, act, order, async (tx, batch) => {
    const why = BATCH_LIFE.whyNot('unlock', stateOf(batch));
    if (why !== null) return refuse({ code: why });
    const record = await deps.closedRecord(tx, batch);
    if (record !== null) return refuse({ code: 'record-closed', record });
    await writeLock(tx, batch, null);
    const { reason } = order;
    await deps.events.publish(tx, act, 'marks.unlocked', subjectOf(batch), { batchId: batch.id, reason });
    return ok(null);
  });
}

/** After the lock: one number, dated, with its reason; what stood there stays. */
export function correctMark(
  deps: Deps,
  act: Act,
  order: WithReason & { readonly number: string; readonly mark: Mark },
): Promise<Result<null, Refusal>> {
  return onBatch(deps, act, order, async (tx, batch) => {
    const { number, mark, reason, by } = order;
    const why = BATCH_LIFE.whyNot('correct', stateOf(batch));
    if (why !== null) return refuse({ code: why });
    if (await typedIt(tx, batch, by)) return refuse({ code: 'typed-it' });
    const script = (await scriptsOf(tx, batch)).find((one) => one.number === number);
    if (script === undefined) return refuse({ code: 'number-unknown' });
    const stands = settleMark(script).mark;
    if (sameMark(stands, mark)) return refuse({ code: 'same-mark' });
    await writeCorrection(deps, tx, act, batch, { script, stands, mark, reason, by });
    return ok(null);
  });
}

/**
 * A sheet that a board signed came after the lock: its mark is taken, or what stands is kept, with why. Both are a dated correction, so that the
 * sheet waits for nobody any more and the batch says what was decided of it.
 */
export function decideLate(
  deps: Deps,
  act: Act,
  order: WithReason & { readonly sheet: string; readonly taken: boolean },
): Promise<Result<null, Refusal>> {
  return onBatch(deps, act, order, async (tx, batch) => {
    const { sheet, taken, reason, by } = order;
    const { scripts, boards } = await readTaken(tx, batch);
    const late = (await listLate(tx, batch)).find(({ sheetId }) => sheetId === sheet);
    const script = scripts.find(({ id }) => id === late?.scriptId);
    const standing = script === undefined ? undefined : boards?.standings.get(script.id);
    if (script === undefined || standing === undefined) return refuse({ code: 'late-decided' });
    if (await typedIt(tx, batch, by)) return refuse({ code: 'typed-it' });
    const stands = settleMark(script).mark;
    const said = markOn(standing.sheet.id === sheet ? standing.sheet : (standing.other ?? standing.sheet));
    await writeCorrection(deps, tx, act, batch, { script, stands, mark: taken ? said : stands, reason, by });
    return ok(null);
  });
}

async function typedIt(tx: Tx, batch: MarkBatch, by: string): Promise<boolean> {
  const { first, second } = await readTypedBy(tx, batch);
  return first.has(by) || second.has(by);
}

/** What stood there stays. */
async function writeCorrection(
  deps: Deps,
  tx: Tx,
  act: Act,
  batch: MarkBatch,
  of: {
    readonly script: Script;
    readonly stands: Mark | null;
    readonly mark: Mark | null;
    readonly reason: string;
    readonly by: string;
  },
): Promise<void> {
  const { script, stands, mark, reason, by } = of;
  const lines = [{ scriptId: script.id, mark }];
  await insertEntries(tx, batch, { sort: 'corrected', lines, version: null, reason, by });
  await touchBatch(tx, batch);
  const [before, after] = [writeMark(stands), writeMark(mark)];
  const said = { batchId: batch.id, number: script.number, before, after, reason };
  await deps.events.publish(tx, act, 'marks.corrected', subjectOf(batch), said);
}

/** Opens the table of numbers and names to this person, for a while. Gives its address. */
export function liftAnonymity(deps: Deps, act: Act, order: WithReason): Promise<Result<string, Refusal>> {
  return onBatch(deps, act, order, async (tx, batch) => {
    const { reason, by } = order;
    const standing = await liftStanding(tx, batch, reason, by);
    if (standing !== null) return ok(standing);
    if ((await countLifts(tx, batch)) >= MOST.lifts) return refuse({ code: 'too-many-lifts' });
    const lift = await insertLift(tx, batch, reason, by);
    await deps.events.publish(tx, act, 'marks.lifted', subjectOf(batch), { batchId: batch.id, reason });
    return ok(lift);
  });
}
