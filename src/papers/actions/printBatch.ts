import type { PrintDeps } from '../deps.ts';
import type { PaperId } from '../paper.ts';
import { findBatch, finishBatch, nextOf, noteFault } from '../store/batches.ts';
import { printPaperOf } from './printPaper.ts';

/** How long one job works at most; the next goes on. A server that stops waits no longer for it. */
const SLICE_MS = 8_000;
/** Papers asked of the database at once. */
const TAKEN = 20;

/**
 * Prints a part of a batch and says whether more is to be done. What is printed stands in the papers: cut at any moment, by a kill as
 * well, the next job goes on with the first that isn't. A paper that can't be set is noted with what the compiler says, and the
 * others go on.
 */
export async function printBatch(deps: PrintDeps, batchId: string, sliceMs = SLICE_MS): Promise<'more' | 'done'> {
  const until = performance.now() + sliceMs;
  do {
    const batch = await findBatch(deps.db, null, batchId);
    if (batch === null || batch.stoppedAt !== null || batch.finishedAt !== null) return 'done';
    const next = await nextOf(deps.db, batchId, TAKEN);
    if (next.length === 0) {
      await finishBatch(deps.db, batchId);
      return 'done';
    }
    // Two at a time: one is kept while the next is set.
    const queue = next.values();
    await Promise.all([1, 2].map(() => printAll(deps, batchId, queue)));
  } while (performance.now() < until);
  return 'more';
}

async function printAll(deps: PrintDeps, batchId: string, papers: IterableIterator<PaperId>): Promise<void> {
  for (const id of papers)
    await printPaperOf(deps, id).catch(async (error: unknown) => {
      if (!(error instanceof Error) || !error.message.startsWith('Typst:')) throw error;
      await noteFault(deps.db, batchId, id, error.message);
    });
}
