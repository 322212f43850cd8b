import { MessageChannel } from 'node:worker_threads';
import { type Catalogue, copyCatalogue } from '../../catalogue/index.ts';
import { type Result, refuse } from '../../platform/result.ts';
import type { TableRefusal } from '../../platform/tables/readTable.ts';
import { workEntry } from '../../platform/work/entry.ts';
import { createWorkPool, type WorkBudget, type WorkPool, type WorkRefusal } from '../../platform/work/pool.ts';
import type { FileRead } from '../rules/readFile.ts';
import type { FormerAnswer, FormerOrder } from './formerThread.ts';

export type FormerRefusal = TableRefusal | WorkRefusal;

/**
 * Reads files of former results beside the thread of the requests. `take` is given the lines in parts, each as the JSON that the database
 * reads, one at a time and none after the first fault; what it throws is thrown.
 */
export type FormerReader = {
  readonly read: (
    bytes: Buffer,
    rules: { readonly catalogue: Catalogue; readonly today: Temporal.PlainDate },
    take: (part: string) => Promise<void>,
  ) => Promise<Result<FileRead, FormerRefusal>>;
  readonly close: () => Promise<void>;
};

/** 150,000 lines take some seconds, the database included; another file waits for them. */
const BUDGET: WorkBudget = { threads: 1, waiting: 2, milliseconds: 180_000, megabytes: 256 };
/** After the last file its thread ends: they come some times a year, and what one took must not stay taken. */
const IDLE_MS = 60_000;

export function createFormerReader(idleMs = IDLE_MS): FormerReader {
  let pool: WorkPool<FormerOrder, FormerAnswer> | null = null;
  let rest: NodeJS.Timeout | undefined;
  let reading = 0;
  let closed = false;
  const end = async (): Promise<void> => {
    const ended = pool;
    pool = null;
    await ended?.close();
  };
  return {
    read: async (bytes, { catalogue, today }, take) => {
      if (closed) return refuse('busy');
      clearTimeout(rest);
      pool ??= createWorkPool(workEntry('./formerThread', import.meta.url), BUDGET);
      reading += 1;
      const { port1: ours, port2: port } = new MessageChannel();
      const failures: unknown[] = [];
      ours.on('message', async (part: string) => {
        if (failures.length === 0) await take(part).catch((error: unknown) => failures.push(error));
        ours.postMessage('next');
      });
      try {
        const copy = new Uint8Array(bytes);
        const order = { bytes: copy, catalogue: copyCatalogue(catalogue), today: today.toString(), port };
        const answer = await pool.run(order, [copy.buffer, port]);
        if (failures.length > 0) throw failures[0];
        if (answer.ok) return answer.value;
        return refuse(answer.error === 'broken' ? 'too-big' : answer.error);
      } finally {
        ours.close();
        reading -= 1;
        if (reading === 0) rest = setTimeout(() => void end(), idleMs).unref();
      }
    },
    close: async () => {
      closed = true;
      clearTimeout(rest);
      await end();
    },
  };
}
