import { ok, type Result, refuse } from '../result.ts';
import { workEntry } from '../work/entry.ts';
import { createWorkPool, type WorkBudget, type WorkRefusal } from '../work/pool.ts';
import type { Table, TableRefusal } from './readTable.ts';
import type { ReadAnswer, ReadOrder } from './readThread.ts';

/** Reads what people send in a thread of its own: a workbook made to swell ends that thread and nothing else. */
export type TableReader = {
  readonly read: (bytes: Buffer) => Promise<Result<Table, TableRefusal | Exclude<WorkRefusal, 'broken'>>>;
  readonly close: () => Promise<void>;
};

const BUDGET: WorkBudget = { threads: 1, waiting: 10, milliseconds: 30_000, megabytes: 256 };

export function createTableReader(budget: WorkBudget = BUDGET): TableReader {
  const pool = createWorkPool<ReadOrder, ReadAnswer>(workEntry('./readThread', import.meta.url), budget);
  return {
    read: async (bytes) => {
      const answer = await pool.run({ bytes: new Uint8Array(bytes) });
      if (answer.ok) return answer.value.ok ? ok(answer.value.value) : answer.value;
      // What ends its thread took more memory than it may: the file itself may be sound.
      return refuse(answer.error === 'broken' ? 'too-big' : answer.error);
    },
    close: pool.close,
  };
}
