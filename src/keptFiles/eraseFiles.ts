import type { Database, Tx } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files.ts';

const BATCH = 100;

/** Those of these enrolments of whom something is contested or waits for a decision: nothing of them is erased meanwhile (decision 208). */
export type Disputed = (enrolments: readonly string[]) => Promise<ReadonlySet<string>>;

/** Goes through what is listed part after part, by its ids, and leaves out who is in a dispute; says for how many `act` did something. */
export async function inParts<One extends { readonly id: string; readonly enrolmentId: string }>(
  list: (after: string | null, limit: number) => Promise<readonly One[]>,
  act: (one: One) => Promise<boolean>,
  disputed: Disputed,
): Promise<number> {
  let [done, last]: [number, string | null] = [0, null];
  do {
    const part: readonly One[] = await list(last, BATCH);
    const held = await disputed(part.map(({ enrolmentId }) => enrolmentId));
    for (const one of part) if (!held.has(one.enrolmentId) && (await act(one))) done += 1;
    last = part.at(-1)?.id ?? null;
  } while (last !== null);
  return done;
}

/**
 * Destroys bytes whose retention is over. The row first: nobody opens the file any more. What a crash leaves of its bytes is then nobody's,
 * and swept. False where `mark` says that it counts again, or is marked already.
 */
export async function eraseFile(
  { db, files }: { readonly db: Database; readonly files: Pick<FileStore, 'remove'> },
  fileKey: string,
  mark: (tx: Tx) => Promise<boolean>,
): Promise<boolean> {
  const marked = await db.transaction().execute(mark);
  if (marked) await files.remove(fileKey);
  return marked;
}
