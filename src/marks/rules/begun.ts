import { keyOf } from './lists.ts';

type OfBatch = { readonly speciality: string; readonly unit: string };
/** When a unit is first sat. */
export type FirstSitting = OfBatch & { readonly startsAt: Temporal.Instant };

/** Who sits a unit that has begun, or that no calendar speaks of; and when the next of the others begins. */
export function begunBy<Sitting extends OfBatch>(
  sitting: readonly Sitting[],
  calendar: readonly FirstSitting[],
  now: Temporal.Instant,
): { readonly begun: readonly Sitting[]; readonly later: number; readonly next: Temporal.Instant | null } {
  const ahead = new Map(
    calendar
      .filter(({ startsAt }) => Temporal.Instant.compare(startsAt, now) > 0)
      .map((one) => [keyOf(one), one.startsAt]),
  );
  const waiting = new Set(sitting.map(keyOf).filter((key) => ahead.has(key)));
  const [next = null] = [...waiting]
    .flatMap((key) => ahead.get(key) ?? [])
    .toSorted((a, b) => Temporal.Instant.compare(a, b));
  return { begun: sitting.filter((one) => !ahead.has(keyOf(one))), later: waiting.size, next };
}
