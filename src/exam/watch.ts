import type { Catalogue } from '../catalogue/index.ts';
import type { Database } from '../platform/database/database.ts';
import { lacking, toTakeAway } from './checkPlan.ts';
import type { Place } from './exam.ts';
import type { PlanId } from './plan.ts';
import { readGround, readRows } from './readGround.ts';

/** How many candidates the published plan no longer fits: those who lack a seat, those who hold one too many. Null: none. */
export async function whatIsBehind(
  db: Database,
  catalogue: Catalogue,
  place: Place,
  planId: PlanId,
): Promise<{ readonly add: number; readonly away: number } | null> {
  const ground = await readGround(db, catalogue, place);
  const rows = await readRows(db, planId);
  const add = new Set(lacking(ground, rows).map(({ enrolmentId }) => enrolmentId)).size;
  const away = new Set(toTakeAway(ground, rows).map(({ enrolmentId }) => enrolmentId)).size;
  return add + away === 0 ? null : { add, away };
}
