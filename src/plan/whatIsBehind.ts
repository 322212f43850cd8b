import type { Catalogue } from '../catalogue/index.ts';
import type { ExamPlace } from '../exam/index.ts';
import type { Database } from '../platform/database/database.ts';
import { blocksByItself, checkPlan, toMove, toTakeAway, withoutSeat } from './checkPlan.ts';
import type { PlanId } from './plan.ts';
import { lookAt, readRows } from './readGround.ts';

const NO_ROWS = { seats: [], placed: [], unseated: [] };

export type BehindPlan = {
  readonly add: number;
  readonly away: number;
  readonly move: number;
  readonly mend: number;
};

/**
 * How many candidates the published plan no longer fits: those who lack a seat, those who hold one too many, those whose test the calendar
 * has at another hour, whose room takes nobody any more, or to whom something was granted since; and what else nobody could publish today: a room too small,
 * one that another session has, two places at once. Without a plan, all who sit anything. Null: none.
 */
export async function whatIsBehind(
  db: Database,
  catalogue: Catalogue,
  place: ExamPlace,
  planId: PlanId | null,
): Promise<BehindPlan | null> {
  const look = await lookAt(db, catalogue, place);
  if (look === null) return null;
  const { ground } = look;
  const rows = planId === null ? NO_ROWS : await readRows(db, planId);
  const add = new Set(withoutSeat(ground, rows).map(({ enrolmentId }) => enrolmentId)).size;
  const away = new Set(toTakeAway(ground, rows).map(({ enrolmentId }) => enrolmentId)).size;
  const move = new Set(toMove(ground, rows).map(({ enrolmentId }) => enrolmentId)).size;
  const mend = planId === null ? 0 : checkPlan(ground, rows, look).filter(blocksByItself).length;
  return add + away + move + mend === 0 ? null : { add, away, move, mend };
}
