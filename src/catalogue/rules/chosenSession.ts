import type { ResolvedSession } from '../resolve.ts';

/**
 * Of these: the one asked for, else the next to close or the last that closed, as is wanted. One to try things in is chosen
 * where there is no other, or where it alone is ahead: an office that only tries isn't led to a register that closed a year ago. Null of none.
 */
export function chosenSession(
  sessions: readonly ResolvedSession[],
  asked: string | undefined,
  now: Temporal.Instant,
  wanted: 'open' | 'closed',
): ResolvedSession | null {
  const all = sessions.toSorted((a, b) => Temporal.Instant.compare(a.window.closesAt, b.window.closesAt));
  const real = all.filter(({ demonstration }) => !demonstration);
  const theirs = real.length > 0 ? real : all;
  const isAhead = ({ window }: ResolvedSession): boolean => Temporal.Instant.compare(window.closesAt, now) > 0;
  const [next, last] = [theirs.find(isAhead) ?? all.find(isAhead), theirs.findLast((one) => !isAhead(one))];
  const chosen = wanted === 'open' ? (next ?? last) : (last ?? next);
  return sessions.find(({ code }) => code === asked) ?? chosen ?? null;
}
