import { minutesIn, type Span } from '../../platform/service/rules/availability.ts';
import { inParis, instantOfWallClock } from '../../platform/time.ts';

/** What was lost earlier than this could be done again before the closing. */
const NEAR_HOURS = 24;
/** Who reads that there is more time needs some to use it. */
export const LEAST_HOURS = 4;
/** Beyond it no minute that was measured explains an extension. */
const MOST_HOURS = 5 * 24;

/** The time before a closing in which the site's absence counts. */
export function nearTo(closesAt: Temporal.Instant): Span {
  return { from: closesAt.subtract({ hours: NEAR_HOURS }), until: closesAt };
}

export type Proposed = {
  readonly minutes: number;
  readonly days: number;
  readonly hours: number;
  readonly closesAt: Temporal.Instant;
};

/**
 * How long a closing should be put off, by hours of the wall clock of Paris as an extension adds them: at least what the site was away for
 * in the day before it, at least four hours from now, rounded up to whole hours. Null: nothing was measured, or the closing is too long past. An
 * hour that a change of the clocks skips or repeats is passed over: nobody could say which instant is meant.
 */
export function lengthProposed(
  closesAt: Temporal.Instant,
  outages: readonly Span[],
  now: Temporal.Instant,
): Proposed | null {
  const minutes = minutesIn(outages);
  if (minutes === 0) return null;
  const least =
    [closesAt.add({ minutes }), now.add({ hours: LEAST_HOURS })].toSorted(Temporal.Instant.compare).at(-1) ?? now;
  const wall = inParis(closesAt).toPlainDateTime();
  for (let count = 1; count <= MOST_HOURS; count++) {
    const length = { days: Math.floor(count / 24), hours: count % 24 };
    const put = instantOfWallClock(wall.add(length).toString({ smallestUnit: 'minute' }));
    if (put.ok && Temporal.Instant.compare(put.value, least) >= 0) return { minutes, ...length, closesAt: put.value };
  }
  return null;
}
