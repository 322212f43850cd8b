import type { Tx } from '../../platform/database/database.ts';
import { mendList, type RecountedFiles, recountFiles, recountTally } from '../../scope/index.ts';

/** How many rows of each list didn't say what they must. */
export type Recounted = RecountedFiles & { readonly queue: number; readonly counts: number };

/** The office's lists (the queue, its files with their names and words, what is counted of both), compared with what they are drawn from, and mended: for the night. */
export async function recountLists(tx: Tx): Promise<Recounted> {
  const files = await recountFiles(tx);
  const queue = await mendList(tx, 'office_queue', ['piece_id']);
  // Of the lists, once they are right.
  return { ...files, queue, counts: await recountTally(tx) };
}
