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

/** What is sat so soon comes before all else of a candidate's list. */
const SOON_DAYS = 7;

/** The next test where it is within a week, in Paris, and whether it is today; null: it is later, or nothing more is sat. */
export type SoonTest = Extract<NextTest, { readonly seat: ExpectedSeat }> & { readonly isToday: boolean };
export function soonOf(next: NextTest, now: Temporal.Instant): SoonTest | null {
  if (!('seat' in next)) return null;
  const { days } = parisDay(now).until(dayOf(next.seat), { largestUnit: 'days' });
  return days > SOON_DAYS ? null : { ...next, isToday: days === 0 };
}

/** Days of which all is over, while something is still to come. */
export function pastDays(seats: readonly ExpectedSeat[], now: Temporal.Instant): readonly Temporal.PlainDate[] {
  const isOver = ({ endsAt }: ExpectedSeat): boolean =>
    Temporal.Instant.compare(Temporal.Instant.from(endsAt), now) <= 0;
  const byDay = [...Map.groupBy(seats, (seat) => dayOf(seat).toString())];
  const past = byDay.flatMap(([day, some]) => (some.every(isOver) ? [Temporal.PlainDate.from(day)] : []));
  return past.length === byDay.length ? [] : past;
}

function dayOf({ startsAt }: ExpectedSeat): Temporal.PlainDate {
  return parisDay(Temporal.Instant.from(startsAt));
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
