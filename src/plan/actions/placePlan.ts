import { examSubject } from '../../exam/index.ts';
import { lockExam } from '../../places/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { standingOf } from '../checkSeats.ts';
import type { PlacingDeps } from '../deps.ts';
import { type ExamPlan, PLAN_LIFE, type PlanId } from '../plan.ts';
import { type PlanRows, problemOf, type StandingPlan } from '../planProblem.ts';
import { readGround, readRows } from '../readGround.ts';
import { clearRows, insertSeats, insertUnseated, writePlaced } from '../store/placing.ts';
import { endPlacing, failPlacing, lockPlan, readPlan } from '../store/plans.ts';
import { dealTables } from '../store/tables.ts';

/**
 * Places what was ordered. Cut at any moment, by a kill as well, it is done again from the beginning: nothing is written before the
 * answer is there, and then all of it or nothing. A placing that takes too long or breaks its thread is said to have failed.
 */
export async function placePlan(
  deps: PlacingDeps,
  { planId, version }: { readonly planId: PlanId; readonly version: number },
): Promise<void> {
  const { db } = deps;
  const isStill = (plan: ExamPlan | null): plan is ExamPlan =>
    plan !== null && PLAN_LIFE.may('place', plan.state) && plan.rowVersion === version;
  const plan = await readPlan(db, planId);
  if (!isStill(plan)) return;
  const ground = await readGround(db, deps.catalogue(), plan);
  const before = await readRows(db, planId);
  const standing = standingOf(ground, before, plan.mode);
  const { problem, rowsOf } = problemOf(ground, standing, before.seats);
  const answer = await deps.placer.place(problem);
  if (!answer.ok && answer.error === 'busy') throw new Error('Another plan is being placed: tried again later');
  await db.transaction().execute(async (tx) => {
    await lockExam(tx, plan);
    if (!isStill(await lockPlan(tx, planId))) return;
    const rows = answer.ok ? rowsOf(answer.value) : null;
    if (answer.ok && rows !== null) {
      await write(tx, planId, standing, rows);
      await endPlacing(tx, planId, answer.value.figures);
    } else await failPlacing(tx, planId, answer.ok ? 'broken' : answer.error);
    const { number } = plan;
    await deps.events.publish(tx, SYSTEM, 'exam.planPlaced', examSubject(plan), {
      planId,
      number,
      seats: standing.seats.length + (rows?.seats.length ?? 0),
      unseated: rows?.unseated.length ?? 0,
      failure: answer.ok ? null : answer.error,
    });
  });
}

async function write(tx: Tx, planId: PlanId, standing: StandingPlan, rows: PlanRows): Promise<void> {
  await clearRows(tx, planId, standing.seats);
  await insertSeats(tx, planId, rows.seats);
  await writePlaced(tx, planId, rows.placed);
  await insertUnseated(tx, planId, rows.unseated);
  await dealTables(tx, planId);
}
