import type { Catalogue } from '../catalogue/index.ts';
import type { ExamPlace } from '../exam/index.ts';
import type { Database } from '../platform/database/database.ts';
import { toMove, toTakeAway, withoutSeat } from './checkPlan.ts';
import type { PlanId } from './plan.ts';
import { readGround, readRows } from './readGround.ts';

const NO_ROWS = { seats: [], placed: [], unseated: [] };

export type BehindPlan = { readonly add: number; readonly away: number; readonly move: number };

/**
 * How many candidates the published plan no longer fits: those who lack a seat, those who hold one too many, those whose test the calendar
 * has at another hour or to whom something was granted since. Without a plan, all who sit anything. Null: none.
 */
export async function whatIsBehind(
  db: Database,
  catalogue: Catalogue,
  place: ExamPlace,
  planId: PlanId | null,
): Promise<BehindPlan | null> {
  const ground = await readGround(db, catalogue, place);
  const rows = planId === null ? NO_ROWS : await readRows(db, planId);
  const add = new Set(withoutSeat(ground, rows).map(({ enrolmentId }) => enrolmentId)).size;
  const away = new Set(toTakeAway(ground, rows).map(({ enrolmentId }) => enrolmentId)).size;
  const move = new Set(toMove(ground, rows).map(({ enrolmentId }) => enrolmentId)).size;
  return add + away + move === 0 ? null : { add, away, move };
}
