import type { Mark, MarkBatch, MarkEntry, Progress, RoundName, Script } from '../marks.ts';
import { sameMark } from './markText.ts';

/**
 * What holds of a script. A correction holds until anything is written after it, a decision until a board or one of the two rounds is, what a board
 * signed until one of the two rounds is; else the two rounds must say the same. So nothing depends on which round, or which script, was typed first.
 */
export type SettledMark =
  | { readonly state: 'agreed'; readonly mark: Mark }
  | { readonly state: 'differs' | 'waits'; readonly mark: null };

const WAITS: SettledMark = { state: 'waits', mark: null };

export function settleMark({ first, second, board, decided, corrected }: Omit<Script, 'id' | 'number'>): SettledMark {
  const typed = Math.max(rankOf(first), rankOf(second));
  const signed = Math.max(typed, rankOf(board));
  if (holds(corrected, Math.max(signed, rankOf(decided)))) return { state: 'agreed', mark: corrected.mark };
  if (holds(decided, signed)) return { state: 'agreed', mark: decided.mark };
  if (holds(board, typed)) return { state: 'agreed', mark: board.mark };
  const [one, other] = [first?.mark ?? null, second?.mark ?? null];
  if (one === null || other === null) return WAITS;
  return sameMark(one, other) ? { state: 'agreed', mark: one } : { state: 'differs', mark: null };
}

function holds(entry: MarkEntry | null, after: number): entry is { readonly rank: number; readonly mark: Mark } {
  return entry !== null && entry.mark !== null && entry.rank > after;
}

function rankOf(entry: MarkEntry | null): number {
  return entry?.rank ?? 0;
}

/** How many bear an absence, justified or not. */
export function absencesIn(scripts: readonly Script[]): number {
  return scripts.map(settleMark).filter(({ mark }) => mark?.code === 'absent' || mark?.code === 'excused').length;
}

/** How far the scripts of a batch are, without saying where two rounds disagree while one is being typed. */
export function progressOf({ rounds }: Pick<MarkBatch, 'rounds'>, scripts: readonly Script[]): Progress {
  const settled = scripts.map(settleMark);
  const compared = rounds.first.doneAt !== null && rounds.second.doneAt !== null;
  const typedBy = (round: RoundName): number => scripts.filter((one) => (one[round]?.mark ?? null) !== null).length;
  return {
    scripts: scripts.length,
    first: typedBy('first'),
    second: typedBy('second'),
    differences: compared ? settled.filter(({ state }) => state === 'differs').length : 0,
    settled: compared ? settled.filter(({ state }) => state === 'agreed').length : 0,
  };
}

/** Numbers that a round leaves empty. */
export function emptyIn(round: RoundName, scripts: readonly Script[]): readonly string[] {
  return scripts.filter((one) => (one[round]?.mark ?? null) === null).map(({ number }) => number);
}
