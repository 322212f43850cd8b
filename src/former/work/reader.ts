import { type Catalogue, copyCatalogue } from '../../catalogue/index.ts';
import { type Result, refuse } from '../../platform/result.ts';
import type { TableRefusal } from '../../platform/tables/readTable.ts';
import { workEntry } from '../../platform/work/entry.ts';
import { createWorkPool, type WorkBudget, type WorkPool, type WorkRefusal } from '../../platform/work/pool.ts';
import type { FormerAnswer, FormerFile, FormerOrder } from './formerThread.ts';

export type FormerRefusal = TableRefusal | WorkRefusal;

/** Reads files of former results beside the thread of the requests. */
export type FormerReader = {
  readonly read: (
    bytes: Buffer,
    catalogue: Catalogue,
    today: Temporal.PlainDate,
  ) => Promise<Result<FormerFile, FormerRefusal>>;
  readonly close: () => Promise<void>;
};

/** 150,000 lines take some seconds; another file waits for them. */
const BUDGET: WorkBudget = { threads: 1, waiting: 2, milliseconds: 120_000, megabytes: 256 };
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
    read: async (bytes, catalogue, today) => {
      if (closed) return refuse('busy');
      clearTimeout(rest);
      pool ??= createWorkPool(workEntry('./formerThread', import.meta.url), BUDGET);
      reading += 1;
      try {
        const order = { bytes: new Uint8Array(bytes), catalogue: copyCatalogue(catalogue), today: today.toString() };
        const answer = await pool.run(order);
        return answer.ok ? answer.value : answer;
      } finally {
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
