import type { Database } from '../../platform/database/database.ts';

/** From so many rows on, a count is kept: fewer are counted anew each time, in less than a millisecond. */
export const MANY = 1_000;
/** Nobody sees that the last of thousands came or went within that time. */
const KEPT_MS = 30_000;

type Kept = { readonly answer: Promise<unknown>; until: number };

const kept = new WeakMap<Database, Map<string, Kept>>();
const MOST_KEPT = 500;

/**
 * What a page counts for a scope, asked once for all who read it at the same time, and not again for half a minute where it had many rows
 * to look at (`rows`): whoever has few is told at once of each, and no page takes longer the more there are.
 */
export function keptCount<T>(
  db: Database,
  key: string,
  work: () => Promise<T>,
  rows: (found: T) => number,
): Promise<T> {
  const all = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, all);
  const known = all.get(key);
  if (known !== undefined && known.until > performance.now()) return known.answer as Promise<T>;
  const answer = work();
  // Until it has come, whoever asks waits for it too.
  const one: Kept = { answer, until: Number.POSITIVE_INFINITY };
  if (all.size >= MOST_KEPT) all.clear();
  all.set(key, one);
  answer.then(
    (found) => {
      one.until = rows(found) < MANY ? 0 : performance.now() + KEPT_MS;
    },
    () => {
      one.until = 0;
    },
  );
  return answer;
}
