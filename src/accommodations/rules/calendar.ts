import { endOfDay, parisDay } from '../../platform/time.ts';

type Closing = { readonly window: { readonly closesAt: Temporal.Instant } };

/**
 * The instant before which a request is in time: the one end that is printed, reminded of and judged by, for the candidate and for the
 * service. The Code names the closing *date* of the register (D351-28), so that day counts whole, whatever the hour at which the
 * register closes.
 */
export function requestEndsAt({ window }: Closing): Temporal.Instant {
  return endOfDay(parisDay(window.closesAt.subtract({ nanoseconds: 1 })));
}

/** Late, it is sent all the same, and a person judges: a handicap may have been revealed after (D351-28). */
export function isLate(begunAt: Temporal.Instant, session: Closing): boolean {
  return Temporal.Instant.compare(begunAt, requestEndsAt(session)) >= 0;
}
