import { examSubject, type FormAuthor, type PlanActDeps } from '../../exam/index.ts';
import { countPlaces, lockExam } from '../../places/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type ExamPlan, PLAN_LIFE, type PlacingMode, type PlanId } from '../plan.ts';
import type { Refusal } from '../refusals.ts';
import { copyRows } from '../store/placing.ts';
import { deletePlan, findOpenPlan, insertPlan, lockPlan, orderAgain } from '../store/plans.ts';
import { findPublishedPlan } from '../store/seats.ts';
import { isSeen, type PlanTarget, seenPlan } from './onDraft.ts';

/**
 * Orders a placing: of a draft again, or of the next plan, which begins with the rows of the published one. Nothing of it is worked out
 * here: a job does, and the draft is there once it is done. `target`: null where the form saw no draft.
 */
export function orderPlan(
  deps: PlanActDeps,
  act: Act,
  who: FormAuthor,
  target: PlanTarget | null,
  mode: PlacingMode,
): Promise<Result<string, Refusal>> {
  const { place, officerId } = who;
  const sent = { key: who.key, owner: officerId, purpose: 'exam plan', content: { place, target, mode } };
  return transact<string, Refusal>(deps.db, (tx) =>
    onceAccepted<string, Refusal>(tx, sent, async () => {
      await lockExam(tx, place);
      const { rooms, sittings } = await countPlaces(tx, place);
      if (rooms === 0 || sittings === 0) return refuse({ code: 'no-places' });
      const open = await findOpenPlan(tx, place);
      if (open !== null && !PLAN_LIFE.may('order-again', open.state)) return refuse({ code: 'plan-working' });
      if ((open === null) !== (target === null) || (open !== null && !isSeen(open, target)))
        return refuse({ code: 'plan-changed' });
      const plan =
        open === null ? await nextPlan(tx, who, 'working', mode) : await orderAgain(tx, open.id, mode, officerId);
      const { id: planId, number, rowVersion: version } = plan;
      await deps.jobs.enqueue(tx, 'exam.place', { planId, version });
      await deps.events.publish(tx, act, 'exam.planOrdered', examSubject(place), { planId, number, mode });
      return ok(planId);
    }),
  );
}

/** *Corriger*: the next draft, as the published plan stands. */
export function correctPlan(deps: PlanActDeps, act: Act, who: FormAuthor): Promise<Result<string, Refusal>> {
  const { place } = who;
  const sent = { key: who.key, owner: who.officerId, purpose: 'exam correction', content: place };
  return transact<string, Refusal>(deps.db, (tx) =>
    onceAccepted<string, Refusal>(tx, sent, async () => {
      await lockExam(tx, place);
      const [published, open] = [await findPublishedPlan(tx, place), await findOpenPlan(tx, place)];
      if (published === null || open !== null) return refuse({ code: 'plan-changed' });
      const { id: planId, number } = await nextPlan(tx, who, 'draft', 'missing');
      await deps.events.publish(tx, act, 'exam.planOrdered', examSubject(place), { planId, number, mode: 'missing' });
      return ok(planId);
    }),
  );
}

/** Throws a draft away, or what is being placed. */
export function dropPlan(
  deps: PlanActDeps,
  act: Act,
  { place }: FormAuthor,
  target: PlanTarget,
): Promise<Result<string, Refusal>> {
  return transact<string, Refusal>(deps.db, async (tx) => {
    await lockExam(tx, place);
    const plan = await seenPlan(tx, place, target, 'drop');
    if (!plan.ok) return plan;
    const { id: planId, number } = plan.value;
    // A job that writes its rows holds it until then.
    await lockPlan(tx, planId);
    await deletePlan(tx, planId);
    await deps.events.publish(tx, act, 'exam.planDropped', examSubject(place), { planId, number });
    return ok(planId);
  });
}

async function nextPlan(
  tx: Parameters<typeof lockExam>[0],
  { place, officerId }: FormAuthor,
  state: 'working' | 'draft',
  mode: PlacingMode,
): Promise<ExamPlan> {
  const published = await findPublishedPlan(tx, place);
  const basedOn: PlanId | null = published?.id ?? null;
  const plan = await insertPlan(tx, place, { state, mode, basedOn, orderedBy: officerId });
  if (basedOn !== null) await copyRows(tx, basedOn, plan.id);
  return plan;
}
