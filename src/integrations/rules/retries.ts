/** What is waited before each next try, in seconds; then the last again, until a day is over. */
const WAITS = [10, 60, 5 * 60, 15 * 60, 30 * 60, 3_600, 2 * 3_600, 4 * 3_600, 6 * 3_600] as const;
/** A receiver that is away rests no longer, so that it is found again soon after it is back. */
const LONGEST_REST = 3_600;

/** How long something is tried for, and how long a hook may fail in a row before it is suspended. */
export const TRIED_HOURS = 24;
export const SUSPENDED_AFTER_DAYS = 3;

/** Most tries of one delivery within its day. */
const MOST_TRIES = 12;

/** When it is tried again after `tries`; null: never by itself. The last try comes at the end of its time. */
export function nextTry(tries: number, expiresAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | null {
  if (tries >= MOST_TRIES || Temporal.Instant.compare(now, expiresAt) >= 0) return null;
  const next = now.add({ seconds: waitOf(tries) });
  return Temporal.Instant.compare(next, expiresAt) < 0 ? next : expiresAt;
}

/** How long a receiver that can't be reached is left in peace, after so many times in a row. */
export function restSeconds(times: number): number {
  return Math.min(waitOf(times), LONGEST_REST);
}

function waitOf(times: number): number {
  return WAITS[Math.min(Math.max(times, 1), WAITS.length) - 1] ?? LONGEST_REST;
}
