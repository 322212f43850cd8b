import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PlanActDeps } from '../deps.ts';
import { examSubject } from '../events.ts';
import type { Place } from '../exam.ts';
import type { Refusal } from '../refusals.ts';
import { lockExam } from '../store/places.ts';
import { findPlan, markPublished } from '../store/plans.ts';
import { changesBetween, findPublishedPlan, seatsOf } from '../store/seats.ts';
import { isSeen, type PlanTarget } from './orderPlan.ts';

type Who = { readonly place: Place; readonly officerId: string; readonly key: string | null };

/** Candidates are summoned by this plan from now on; the one before stays as it was, replaced. */
export function publishPlan(
  deps: PlanActDeps,
  act: Act,
  { place, officerId, key }: Who,
  target: NonNullable<PlanTarget>,
): Promise<Result<string, Refusal>> {
  return transact<string, Refusal>(deps.db, (tx) =>
    onceAccepted<string, Refusal>(tx, key, officerId, 'exam publication', async () => {
      await lockExam(tx, place);
      const plan = await findPlan(tx, place, target.id);
      if (plan === null) return refuse({ code: 'not-found' });
      if (plan.state !== 'draft') return refuse({ code: 'plan-not-draft' });
      if (!isSeen(plan, target)) return refuse({ code: 'plan-changed' });
      if ((await seatsOf(tx, plan.id, null)).length === 0) return refuse({ code: 'plan-empty' });
      const before = await findPublishedPlan(tx, place);
      const changes = await changesBetween(tx, plan.id, before?.id ?? null);
      await markPublished(tx, place, plan.id, officerId);
      await deps.events.publish(tx, act, 'sitting.published', examSubject(place), {
        planId: plan.id,
        number: plan.number,
        basedOn: before?.id ?? null,
        changed: new Set(changes.map(({ enrolmentId }) => enrolmentId)).size,
      });
      return ok(plan.id);
    }),
  );
}
