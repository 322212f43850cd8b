import { Worker } from 'node:worker_threads';
import { workEntry } from '../work/entry.ts';
import type { DocumentLimits, Inspection } from './documents.ts';
import type { SheetToJoin } from './joinSheets.ts';
import type { Print, Squares } from './readSquares.ts';

/**
 * A process that reads hostile files, one at a time. Its second thread reads; the first watches how much memory and
 * computing that takes, and ends the whole process at once when it is too much or when nobody waits any more.
 */
export type ReadOrder = {
  readonly bytes: Uint8Array;
  readonly limits: DocumentLimits;
  /** This page alone is drawn, counted from 1; null: the whole file is rendered anew; or its square codes are read; or these become one. */
  readonly page: number | null | 'squares' | readonly SheetToJoin[];
  /** Pixels of the longest side of a page that is drawn; null: so that small print reads. */
  readonly longest: number | null;
  /** What a scan whose square codes are read should be a scan of. */
  readonly print?: Print | null;
  readonly budget: Budget;
};

export type Budget = {
  /** Of the process, code and libraries included. */
  readonly residentBytes: number;
  /** Of all processors together, for one file: a slow machine takes longer, not more. */
  readonly cpuSeconds: number;
};

/** `spent`: the file went over its budget. `resident`: what the process holds now. */
export type ReadReport =
  | { readonly inspection: Inspection | Squares; readonly resident: number }
  | { readonly spent: 'memory' | 'time' };

const LOOK_EVERY_MS = 20;

watch();

function watch(): void {
  const end = (): void => void process.kill(process.pid, 'SIGKILL');
  // The site decides when it stops: by closing the channel, once nobody waits for a file.
  process.on('SIGTERM', () => undefined);
  process.on('SIGINT', () => undefined);
  process.on('disconnect', end);
  const reader = new Worker(workEntry('./documentThread', import.meta.url));
  reader.on('error', end);
  process.on('message', (order: ReadOrder) => {
    const from = process.cpuUsage();
    const looking = setInterval(() => {
      const { user, system } = process.cpuUsage(from);
      const memory = process.memoryUsage.rss() > order.budget.residentBytes;
      if (!memory && (user + system) / 1e6 <= order.budget.cpuSeconds) return;
      clearInterval(looking);
      report({ spent: memory ? 'memory' : 'time' }, end);
    }, LOOK_EVERY_MS);
    reader.once('message', (inspection: Inspection | Squares) => {
      clearInterval(looking);
      report({ inspection, resident: process.memoryUsage.rss() });
    });
    reader.postMessage(order);
  });
}

function report(what: ReadReport, then: () => void = () => undefined): void {
  process.send?.(what, undefined, undefined, then);
}
