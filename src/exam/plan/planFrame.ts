import { namedApart } from '../../accounts/index.ts';
import type { Catalogue, ResolvedSession } from '../../catalogue/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Guard, reaching } from '../../platform/http/visit.ts';
import type { ExamDeps } from '../deps.ts';
import type { Place } from '../exam.ts';
import type { AtSession } from '../guards.ts';
import type { ExamPlan } from '../plan.ts';
import { replacedUnit, sayReplacement } from '../rules/replacement.ts';
import { listPlans } from '../store/plans.ts';

export type AtPlan = AtSession & { readonly plan: ExamPlan };

/** With the plan that the address asks for by its number, else the one being made, else the published one. */
export function atPlan(deps: Pick<ExamDeps, 'db'>, who: Guard<AtSession>): Guard<AtPlan> {
  return reaching(who, 'its plan', async (at, visit) => {
    const plan = await chosenPlan(deps.db, at.place, visit.query.numero);
    return plan === null ? null : { ...at, plan };
  });
}

async function chosenPlan(db: Database, place: Place, asked: string | undefined): Promise<ExamPlan | null> {
  const plans = await listPlans(db, place);
  return choose(plans, asked);
}

export function choose(plans: readonly ExamPlan[], asked: string | undefined): ExamPlan | null {
  if (asked !== undefined && asked !== '') return plans.find(({ number }) => String(number) === asked) ?? null;
  return (
    plans.find(({ state }) => state === 'working' || state === 'draft') ??
    plans.find(({ state }) => state === 'published') ??
    plans[0] ??
    null
  );
}

/** Names of the academy's staff, by id; '' for who is no longer there. */
export async function staffNames(
  { db, accounts }: Pick<ExamDeps, 'db' | 'accounts'>,
  academy: string,
): Promise<(id: string | null) => string> {
  const members = await accounts.listStaff(db, academy);
  const names = namedApart(members);
  return (id) => (id === null ? '' : (names.get(id) ?? ''));
}

/** How people call a unit: its code, as the regulation of the session's year prints it. */
export function unitCode(catalogue: Catalogue, { year }: Pick<ResolvedSession, 'year'>, cfd: string | null) {
  const units = cfd === null ? [] : (catalogue.regulation(cfd, year)?.units ?? []);
  return (unit: string): string => {
    const known = replacedUnit(unit);
    return sayReplacement(unit, units.find(({ id }) => id === known)?.code ?? known);
  };
}

export function specialityName(catalogue: Catalogue, cfd: string | null): string {
  return cfd === null ? '' : (catalogue.speciality(cfd)?.name ?? cfd);
}
