import { isReplacement } from '../../exam/index.ts';
import { keyOf } from './compareLists.ts';

type OfBatch = { readonly speciality: string; readonly unit: string };
/** When a unit is first sat, and how it is held. */
export type FirstSitting = OfBatch & {
  readonly startsAt: Temporal.Instant;
  readonly held: 'written' | 'oral' | 'practical';
};

/**
 * Who sits a unit that has begun, or that no calendar speaks of; and when the next of the others begins. A replacement test has not
 * begun as long as no calendar speaks of it.
 */
export function begunBy<Sitting extends OfBatch>(
  sitting: readonly Sitting[],
  calendar: readonly Omit<FirstSitting, 'held'>[],
  now: Temporal.Instant,
): { readonly begun: readonly Sitting[]; readonly later: number; readonly next: Temporal.Instant | null } {
  const ahead = new Map(
    calendar
      .filter(({ startsAt }) => Temporal.Instant.compare(startsAt, now) > 0)
      .map((one) => [keyOf(one), one.startsAt]),
  );
  const planned = new Set(calendar.map(keyOf));
  const waits = (one: OfBatch): boolean =>
    ahead.has(keyOf(one)) || (isReplacement(one.unit) && !planned.has(keyOf(one)));
  const waiting = new Set(sitting.filter(waits).map(keyOf));
  const [next = null] = [...waiting]
    .flatMap((key) => ahead.get(key) ?? [])
    .toSorted((a, b) => Temporal.Instant.compare(a, b));
  return { begun: sitting.filter((one) => !waits(one)), later: waiting.size, next };
}
