import type { Mark, MarkBatch, Round, Script } from '../marks.ts';
import { sameMark } from './markText.ts';
import { settleMark } from './settle.ts';

/** A batch with its scripts, as its boards leave it. */
export type WithBoards = { readonly batch: MarkBatch; readonly scripts: readonly Script[] };

/** The rank of what a lock would write of a board: after all that was typed. */
const UNWRITTEN = Number.POSITIVE_INFINITY;
const AT_LOCK = Temporal.Instant.fromEpochMilliseconds(0);

/**
 * What a lock would take of the boards: what two of one agreed wins over what was typed of it, a copy. Where boards agreed each script, both rounds
 * count as done: nothing is left to type.
 */
export function withBoards(batch: MarkBatch, all: readonly Script[], agreed: ReadonlyMap<string, Mark>): WithBoards {
  const scripts = all.map((script): Script => {
    const mark = agreed.get(script.id);
    const stands = mark === undefined || sameMark(settleMark(script).mark, mark);
    return stands ? script : { ...script, board: { rank: UNWRITTEN, mark } };
  });
  if (scripts.length === 0 || scripts.some(({ id }) => !agreed.has(id))) return { batch, scripts };
  const done = (round: Round): Round => ({ ...round, doneAt: round.doneAt ?? AT_LOCK });
  const { first, second } = batch.rounds;
  return { batch: { ...batch, rounds: { first: done(first), second: done(second) } }, scripts };
}

/** Agreed by a board, and not written yet. */
export function isUnwritten({ board }: Pick<Script, 'board'>): boolean {
  return board?.rank === UNWRITTEN;
}
