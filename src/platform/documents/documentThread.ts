import { parentPort } from 'node:worker_threads';
import type { ReadOrder } from './documentProcess.ts';
import { drawPage } from './drawPage.ts';
import { readDocument } from './readDocument.ts';
import { readSquares } from './readSquares.ts';

/** The thread that reads, inside a process of its own. */
parentPort?.on('message', async ({ bytes, limits, page, longest }: ReadOrder) => {
  if (page === 'squares') parentPort?.postMessage(await readSquares(bytes));
  else parentPort?.postMessage(await (page === null ? readDocument(bytes, limits) : drawPage(bytes, page, longest)));
});
