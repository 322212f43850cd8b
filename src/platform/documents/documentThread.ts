import { parentPort } from 'node:worker_threads';
import type { ReadOrder } from './documentProcess.ts';
import type { DocumentLimits, Inspection } from './documents.ts';
import { drawPage } from './drawPage.ts';
import { hintsOf } from './hints.ts';
import { joinSheets, type SheetToJoin } from './joinSheets.ts';
import { readDocument } from './readDocument.ts';
import { readSquares } from './readSquares.ts';

/** The thread that reads, inside a process of its own. */
parentPort?.on('message', async ({ bytes, limits, page, longest, print }: ReadOrder) => {
  if (page === 'squares') parentPort?.postMessage(await readSquares(bytes, print ?? null));
  else if (typeof page === 'object' && page !== null) parentPort?.postMessage(await joined(page, limits));
  else
    parentPort?.postMessage(
      await (page === null ? withHints(await readDocument(bytes, limits)) : drawPage(bytes, page, longest)),
    );
});

function joined(sheets: readonly SheetToJoin[], limits: DocumentLimits): Promise<Inspection> {
  return joinSheets(sheets, limits).then(withHints, () => ({ fault: 'unreadable' }));
}

async function withHints(inspection: Inspection): Promise<Inspection> {
  return 'fault' in inspection || inspection.hints !== undefined
    ? inspection
    : { ...inspection, hints: await hintsOf(inspection) };
}
