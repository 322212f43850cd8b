import type { Moment } from '../../platform/clock.ts';
import type { Refusal } from '../refusals.ts';

export type Window = { readonly opensAt: Temporal.Instant; readonly closesAt: Temporal.Instant };

/** How long what began before the closing may take to finish. */
export const GRACE = Temporal.Duration.from({ minutes: 30 });

/**
 * « Begun in time »: an act counts if its request began before the closing, and was finished after the opening and within half an hour of
 * the closing (docs/product.md). At 17 h 00 sharp it is late. Who has waited for their turn since before the opening isn't early.
 */
export function outsideWindow({ opensAt, closesAt }: Window, { begunAt, now }: Moment): Refusal | null {
  if (Temporal.Instant.compare(now, opensAt) < 0) return { code: 'not-open-yet', opensAt };
  if (Temporal.Instant.compare(begunAt, closesAt) >= 0) return { code: 'closed', closesAt };
  if (Temporal.Instant.compare(now, closesAt.add(GRACE)) >= 0) return { code: 'closed', closesAt };
  return null;
}
