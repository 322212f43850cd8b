import { createRecent } from './memory.ts';
import { ok, type Result, refuse } from './result.ts';

export const PARIS = 'Europe/Paris';

export type WallClockFault = { readonly code: 'unreadable' | 'skipped-hour' | 'repeated-hour' };

/**
 * The instant of a wall clock such as `2023-12-01T17:00`. An hour that the spring change skips, or that the autumn change
 * repeats, is refused: nobody can say which instant was meant.
 */
export function instantOfWallClock(wallClock: string, zone: string = PARIS): Result<Temporal.Instant, WallClockFault> {
  let plain: Temporal.PlainDateTime;
  try {
    plain = Temporal.PlainDateTime.from(wallClock, { overflow: 'reject' });
  } catch {
    return refuse({ code: 'unreadable' });
  }
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return ok(earlier.toInstant());
  return refuse({ code: earlier.toPlainDateTime().equals(plain) ? 'repeated-hour' : 'skipped-hour' });
}

/** A page asks for the same few instants, of its session, again and again. */
const onTheClock = createRecent<bigint, Temporal.ZonedDateTime>(500);

/** An instant on the clock of Paris. */
export function inParis(instant: Temporal.Instant): Temporal.ZonedDateTime {
  return onTheClock(instant.epochNanoseconds, () => instant.toZonedDateTimeISO(PARIS));
}

/** So long after an instant, by the calendar and the clock of Paris. */
export function after(instant: Temporal.Instant, length: Temporal.Duration): Temporal.Instant {
  return inParis(instant).add(length).toInstant();
}

/** The calendar day in Paris at an instant. */
export function parisDay(instant: Temporal.Instant): Temporal.PlainDate {
  return inParis(instant).toPlainDate();
}

/** The instant before which a day isn't over: the next midnight in Paris, whatever the clocks do. */
export function endOfDay(day: Temporal.PlainDate): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime(PARIS).toInstant();
}

/** Whole years between two days; a birthday on 29 February falls on 1 March in common years (civil code usage). */
export function wholeYears(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  const years = to.year - from.year;
  const beforeBirthday = to.month < from.month || (to.month === from.month && to.day < from.day);
  return beforeBirthday ? years - 1 : years;
}
