import { parentPort } from 'node:worker_threads';
import type { ReadOrder } from './documentProcess.ts';
import { readDocument } from './readDocument.ts';

/** The thread that reads, inside a process of its own. */
parentPort?.on('message', async ({ bytes, limits }: ReadOrder) => {
  parentPort?.postMessage(await readDocument(bytes, limits));
});
