import { parentPort } from 'node:worker_threads';
import { compile } from './compile.ts';
import type { PdfOrder } from './renderPdf.ts';

/** The thread that compiles what somebody waits for. */
parentPort?.on('message', ({ id, ...order }: PdfOrder & { id: number }) => {
  try {
    parentPort?.postMessage({ id, pdf: compile(order) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
