import type { Piece, PieceWithFiles } from '../piece.ts';
import { laterOf } from './correctionTime.ts';

/** Until when a file may be given for this piece. */
export function closingOf({ dueAt, correctableUntil }: Pick<Piece, 'dueAt' | 'correctableUntil'>): Temporal.Instant {
  return correctableUntil === null ? dueAt : laterOf(dueAt, correctableUntil);
}

/**
 * Asked for by a letter that nobody knows to be handed over yet, or refused by a decision that nobody knows to be notified: no day can be
 * said, and nothing is late.
 */
export function awaitsLetter({ typedLate, daysRunFrom, awaitsNotice, status }: OwnDays): boolean {
  return awaitsNotice || (typedLate && daysRunFrom === null && status !== 'non-compliant');
}

type OwnDays = Pick<Piece, 'typedLate' | 'daysRunFrom' | 'awaitsNotice' | 'status'>;
type Timed = OwnDays & Pick<Piece, 'dueAt' | 'correctableUntil'>;

/** Until when its candidate gives it; null: its days wait for its letter. */
export function untilOf(piece: Timed): Temporal.Instant | null {
  return awaitsLetter(piece) ? null : closingOf(piece);
}

/** Is its time over at that instant? */
export function isOver(piece: Timed, at: Temporal.Instant): boolean {
  const until = untilOf(piece);
  return until !== null && Temporal.Instant.compare(at, until) >= 0;
}

/** The one whose time ends first comes first. */
export function byClosing(a: PieceWithFiles, b: PieceWithFiles): number {
  return Temporal.Instant.compare(closingOf(a), closingOf(b));
}
