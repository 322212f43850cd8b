import { type Catalogue, copyCatalogue } from '../../catalogue/index.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { workEntry } from '../../platform/work/entry.ts';
import { createWorkPool, type WorkBudget, type WorkRefusal } from '../../platform/work/pool.ts';
import type { AverageSimulation } from '../average.ts';
import { LEVELS } from '../budgets.ts';
import type { EligibilitySimulation } from '../eligibility.ts';
import type { InputFault } from '../inputFault.ts';
import { texts } from '../texts.ts';
import type { JudgeAnswer, JudgeOrder } from './judgeThread.ts';

type Judged<Simulation> = Promise<Result<Result<Simulation, readonly InputFault[]>, WorkRefusal>>;

/** The simulations beside the thread that answers requests, for whoever may ask as much as they like. */
export type Judge = {
  readonly eligibility: (
    catalogue: Catalogue,
    question: unknown,
    now: Temporal.Instant,
  ) => Judged<EligibilitySimulation>;
  readonly average: (catalogue: Catalogue, question: unknown) => Judged<AverageSimulation>;
  readonly close: () => Promise<void>;
};

/** A question takes 2 ms at most: a hundred that wait are a fifth of a second. */
const BUDGET: WorkBudget = { threads: 1, waiting: 100, milliseconds: 30_000, megabytes: 192 };

export function createJudge(): Judge {
  const pool = createWorkPool<JudgeOrder, JudgeAnswer>(workEntry('./judgeThread', import.meta.url), BUDGET);
  const numbers = new WeakMap<Catalogue, number>();
  let last = 0;
  let told: number | null = null;
  const ask = async (catalogue: Catalogue, question: unknown, now: string | null) => {
    if (isDeeper(question, LEVELS)) return ok(refuse([{ path: '', message: texts.tooDeep(LEVELS) }]));
    const number = numbers.get(catalogue) ?? ++last;
    numbers.set(catalogue, number);
    const order = { catalogue: number, question, now };
    const run = (whole: boolean) => {
      if (whole) told = number;
      return pool.run({ ...order, whole: whole ? copyCatalogue(catalogue) : null });
    };
    // One thread, first come first served: what is asked after the rules were sent finds them there.
    const answer = await run(told !== number);
    // A thread that was made again, or another order that carried the rules and was refused.
    const answered = answer.ok && answer.value === null ? await run(true) : answer;
    if (!answered.ok) return answered;
    if (answered.value === null) throw new Error('A thread forgot a catalogue that came with the question');
    return ok(answered.value);
  };
  return {
    // The thread answers what was asked.
    eligibility: (catalogue, question, now) =>
      ask(catalogue, question, now.toString()) as Judged<EligibilitySimulation>,
    average: (catalogue, question) => ask(catalogue, question, null) as Judged<AverageSimulation>,
    close: pool.close,
  };
}

/** Looks no further down than that. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}
