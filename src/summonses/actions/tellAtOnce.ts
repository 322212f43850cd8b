import { type EnrolmentId, isRunning } from '../../enrolment/index.ts';
import type { PaperActDeps } from '../../papers/index.ts';
import { findPublishedPlan } from '../../plan/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { readAbout } from '../../post/index.ts';
import { holdPlan, lastSummons, resettle } from '../store/summonses.ts';
import { readKnown } from '../summonsOf.ts';
import { issue, summonsChangesFor } from './tellSummonses.ts';

/**
 * Whoever leaves, or comes back, once summonses are out is told within the same transaction, not at the next publication: the summons is
 * void, or names again the seats that the published plan still keeps for them. Nobody is told of tests that are over, nor whoever the plan's
 * own job hasn't told anything yet.
 */
export async function tellAtOnce(deps: PaperActDeps, tx: Tx, act: Act, enrolmentId: EnrolmentId): Promise<void> {
  const last = await lastSummons(tx, enrolmentId);
  if (last === null) return;
  const about = await readAbout(deps, tx, enrolmentId);
  const { academy, session } = about.enrolment;
  const place = { academy, session };
  const plan = await findPublishedPlan(tx, place);
  if (plan === null || (await holdPlan(tx, plan.id))?.published !== true) return;
  const known = await readKnown(tx, deps.catalogue(), place, plan.id, [enrolmentId]);
  const found = await summonsChangesFor(deps, tx, about, { enrolmentId, known });
  if (found.outcome !== (isRunning(about.enrolment) ? 'first' : 'void')) return;
  await resettle(tx, place, { planId: plan.id, enrolmentId }, found.outcome);
  await issue(deps, tx, act, about, { ...place, planId: plan.id }, found);
}
