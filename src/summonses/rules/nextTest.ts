import { phaseOf } from '../../exam/index.ts';
import { parisDay } from '../../platform/time.ts';
import type { ExpectedSeat } from './expected.ts';

/** What somebody has to come to next. `first`: nothing has begun yet; `over`: all has ended. */
export type NextTest =
  | { readonly is: 'first' | 'next' | 'now'; readonly seat: ExpectedSeat }
  | { readonly is: 'over' }
  | { readonly is: 'none' };

/** `seats`: by their hours. */
export function nextTestOf(seats: readonly ExpectedSeat[], now: Temporal.Instant): NextTest {
  if (seats.length === 0) return { is: 'none' };
  const rank = seats.findIndex(({ endsAt }) => Temporal.Instant.compare(Temporal.Instant.from(endsAt), now) > 0);
  const seat = seats[rank];
  if (seat === undefined) return { is: 'over' };
  const begun = Temporal.Instant.compare(Temporal.Instant.from(seat.startsAt), now) <= 0;
  return { is: begun ? 'now' : rank === 0 ? 'first' : 'next', seat };
}

/** The same where it is today, in Paris; null: nothing more is sat today. */
export function todayOf(
  next: NextTest,
  now: Temporal.Instant,
): Extract<NextTest, { readonly seat: ExpectedSeat }> | null {
  if (!('seat' in next)) return null;
  return parisDay(Temporal.Instant.from(next.seat.startsAt)).equals(parisDay(now)) ? next : null;
}

/** Those that have begun, a test of several phases once: what somebody may say they could not come to. */
export function begunTests(seats: readonly ExpectedSeat[], now: Temporal.Instant): readonly ExpectedSeat[] {
  const coming = new Set(comingTests(seats, now));
  return seats.filter((seat) => !coming.has(seat) && phaseOf(seat.unit) === 1);
}

/** Those that begin later: what somebody can still say they can't come to. */
export function comingTests(seats: readonly ExpectedSeat[], now: Temporal.Instant): readonly ExpectedSeat[] {
  return seats.filter(({ startsAt }) => Temporal.Instant.compare(Temporal.Instant.from(startsAt), now) > 0);
}
