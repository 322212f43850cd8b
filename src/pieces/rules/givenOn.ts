import { PARIS, parisDay } from '../../platform/time.ts';
import type { Piece } from '../piece.ts';

/**
 * When a piece that was brought or posted on that day counts as begun: with the day, or with the opening if that falls in it. The
 * postmark decides, not the day when the office gets to it (CRPA L112-1). Never later than now.
 */
export function begunOn(
  day: Temporal.PlainDate,
  { opensAt }: Pick<Piece, 'opensAt'>,
  now: Temporal.Instant,
): Temporal.Instant {
  const start = day.toZonedDateTime(PARIS).toInstant();
  const begun = parisDay(opensAt).equals(day) ? opensAt : start;
  return Temporal.Instant.compare(begun, now) === 1 ? now : begun;
}
