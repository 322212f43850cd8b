import type { Database, Tx } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files.ts';

const BATCH = 100;

/** Goes through what is listed part after part, by its ids; says for how many `act` did something. */
export async function inParts<One extends { readonly id: string }>(
  list: (after: string | null, limit: number) => Promise<readonly One[]>,
  act: (one: One) => Promise<boolean>,
): Promise<number> {
  let [done, last]: [number, string | null] = [0, null];
  do {
    const part: readonly One[] = await list(last, BATCH);
    for (const one of part) if (await act(one)) done += 1;
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
