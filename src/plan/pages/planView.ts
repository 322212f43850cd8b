import type { ExamFrame } from '../../exam/index.ts';
import type { FormState, Option } from '../../ui/index.ts';
import type { ExamPlan } from '../plan.ts';
import type { centreLoads, countPlan } from '../store/planLists.ts';
import type { BehindPlan } from '../whatIsBehind.ts';

export type PlanView = ExamFrame & {
  readonly sessions: readonly Option[];
  readonly session: string;
  readonly plans: readonly ExamPlan[];
  readonly plan: ExamPlan | null;
  readonly nameOf: (id: string | null) => string;
  readonly counts: Awaited<ReturnType<typeof countPlan>> | null;
  readonly centres: Awaited<ReturnType<typeof centreLoads>>;
  /** What the published plan lacks today; null: nothing, or not for this person. */
  readonly behind: BehindPlan | null;
  readonly state: FormState;
  readonly idempotencyKey: string;
};

export type WithPlan = PlanView & { readonly plan: ExamPlan };
