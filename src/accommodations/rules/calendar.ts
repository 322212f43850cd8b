import { endOfDay, parisDay } from '../../platform/time.ts';

/**
 * The instant before which a request is in time. The Code names the closing *date* of the register (D351-28), so that day counts
 * whole, whatever the hour at which the register closes.
 */
export function inTimeBefore(closesAt: Temporal.Instant): Temporal.Instant {
  return endOfDay(parisDay(closesAt.subtract({ nanoseconds: 1 })));
}

/** Late, it is sent all the same, and a person judges: a handicap may have been revealed after (D351-28). */
export function isLate(begunAt: Temporal.Instant, closesAt: Temporal.Instant): boolean {
  return Temporal.Instant.compare(begunAt, inTimeBefore(closesAt)) >= 0;
}
