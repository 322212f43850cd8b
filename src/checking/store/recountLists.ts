import type { Tx } from '../../platform/database/database.ts';
import { mendList, type RecountedFiles, recountFiles } from '../../scope/index.ts';

/** How many rows of each list didn't say what they must. */
export type Recounted = RecountedFiles & { readonly queue: number };

/** The office's lists (the queue, its files with their names and words), compared with what they are drawn from, and mended: for the night. */
export async function recountLists(tx: Tx): Promise<Recounted> {
  const files = await recountFiles(tx);
  return { ...files, queue: await mendList(tx, 'office_queue', ['piece_id']) };
}
