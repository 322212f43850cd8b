import { type ExamPlace, examSubject, type FormAuthor, type PlanActDeps } from '../../exam/index.ts';
import { lockExam } from '../../places/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Content, onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { ActOf } from '../../platform/transitions.ts';
import type { SeatChanged } from '../events.ts';
import { type ExamPlan, PLAN_LIFE } from '../plan.ts';
import type { Refusal } from '../refusals.ts';
import { findPlan, touchPlan } from '../store/plans.ts';
import { dealTables } from '../store/tables.ts';

/** The plan, as the form saw it. */
export type PlanTarget = { readonly id: string; readonly version: number };

export function isSeen({ id, rowVersion }: Pick<ExamPlan, 'id' | 'rowVersion'>, target: PlanTarget | null): boolean {
  return target !== null && target.id === id && target.version === rowVersion;
}

/** The plan that somebody was looking at, unchanged since, in a state that lets this act. */
export async function seenPlan(
  tx: Tx,
  place: ExamPlace,
  target: PlanTarget,
  act: ActOf<typeof PLAN_LIFE>,
): Promise<Result<ExamPlan, Refusal>> {
  const plan = await findPlan(tx, place, target.id);
  if (plan === null) return refuse({ code: 'not-found' });
  if (!PLAN_LIFE.may(act, plan.state)) return refuse({ code: 'plan-not-draft' });
  return isSeen(plan, target) ? ok(plan) : refuse({ code: 'plan-changed' });
}

/** One act on the rows of a draft that nobody changed meanwhile; whoever gets a seat by it gets a table. */
export function onDraft(
  deps: PlanActDeps,
  act: Act,
  { place, officerId, key }: FormAuthor,
  target: PlanTarget,
  wanted: Content,
  work: (tx: Tx, plan: ExamPlan) => Promise<Result<SeatChanged, Refusal>>,
): Promise<Result<string, Refusal>> {
  const sent = { key, owner: officerId, purpose: 'exam seat', content: { place, target, wanted } };
  return transact<string, Refusal>(deps.db, (tx) =>
    onceAccepted<string, Refusal>(tx, sent, async () => {
      await lockExam(tx, place);
      const seen = await seenPlan(tx, place, target, 'move-by-hand');
      if (!seen.ok) return seen;
      const plan = seen.value;
      const done = await work(tx, plan);
      if (!done.ok) return done;
      await dealTables(tx, plan.id);
      await touchPlan(tx, plan.id);
      await deps.events.publish(tx, act, 'exam.seatChanged', examSubject(place), {
        planId: plan.id,
        number: plan.number,
        ...done.value,
      });
      return ok(plan.id);
    }),
  );
}
