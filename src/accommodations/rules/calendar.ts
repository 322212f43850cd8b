import { endAgain, type TimeAgain } from '../../pieces/index.ts';
import { endOfDay, parisDay } from '../../platform/time.ts';

type Closing = { readonly window: { readonly closesAt: Temporal.Instant } };

/**
 * The instant before which a request is in time: the one end that is printed, reminded of and judged by, for the candidate and for the
 * service. The Code names the closing *date* of the register (D351-28), so that day counts whole, whatever the hour at which the
 * register closes. `again`: of whoever a decision kept from it meanwhile, who has days of their own.
 */
export function requestEndsAt({ window }: Closing, again: TimeAgain | null): Temporal.Instant {
  return endAgain(endOfDay(parisDay(window.closesAt.subtract({ nanoseconds: 1 }))), again);
}

/** Late, it is sent all the same, and a person judges: a handicap may have been revealed after (D351-28). */
export function isLate(begunAt: Temporal.Instant, session: Closing, again: TimeAgain | null): boolean {
  return Temporal.Instant.compare(begunAt, requestEndsAt(session, again)) >= 0;
}
