import type { AtSession, ExamDeps, ExamPlace } from '../exam/index.ts';
import type { Database } from '../platform/database/database.ts';
import { type Guard, reaching } from '../platform/http/visit.ts';
import { type ExamPlan, PLAN_LIFE } from './plan.ts';
import { listPlans } from './store/plans.ts';

export type AtPlan = AtSession & { readonly plan: ExamPlan };

/** With the plan that the address asks for by its number, else the one being made, else the published one. */
export function atPlan(deps: Pick<ExamDeps, 'db'>, who: Guard<AtSession>): Guard<AtPlan> {
  return reaching(who, 'its plan', async (at, visit) => {
    const plan = await chosenPlan(deps.db, at.place, visit.query.numero);
    return plan === null ? null : { ...at, plan };
  });
}

async function chosenPlan(db: Database, place: ExamPlace, asked: string | undefined): Promise<ExamPlan | null> {
  const plans = await listPlans(db, place);
  return choosePlan(plans, asked);
}

export function choosePlan(plans: readonly ExamPlan[], asked: string | undefined): ExamPlan | null {
  if (asked !== undefined && asked !== '') return plans.find(({ number }) => String(number) === asked) ?? null;
  return (
    plans.find(({ state }) => PLAN_LIFE.may('drop', state)) ??
    plans.find(({ state }) => state === 'published') ??
    plans[0] ??
    null
  );
}
