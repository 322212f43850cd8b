import type { Result } from '../../platform/result.ts';
import { workEntry } from '../../platform/work/entry.ts';
import { createWorkPool, type WorkBudget, type WorkRefusal } from '../../platform/work/pool.ts';
import type { Plan, Problem } from './problem.ts';

/** Places in a thread of its own: it holds its processor for up to a minute, and an office reads its pages meanwhile. */
export type Placer = {
  readonly place: (problem: Problem) => Promise<Result<Plan, WorkRefusal>>;
  readonly close: () => Promise<void>;
};

/** A wall against hanging: what ends a placing is work done. The largest measured (10,000 persons) took a minute and 600 MB. */
const BUDGET: WorkBudget = { threads: 1, waiting: 1, milliseconds: 600_000, megabytes: 1_500 };

export function createPlacer(): Placer {
  const pool = createWorkPool<Problem, Plan>(workEntry('./placingThread', import.meta.url), BUDGET);
  return { place: pool.run, close: pool.close };
}
