import type { Catalogue } from '../../catalogue/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/journal.ts';
import type { Place } from '../exam.ts';
import { lacking, toMove, toTakeAway } from '../plan/checkPlan.ts';
import { readGround, readRows } from '../plan/readGround.ts';
import type { PlanId } from '../plan.ts';
import { findPublishedPlan } from '../store/seats.ts';
import { beginLook, sittingSpan, writeWatch } from '../store/watch.ts';

const NO_ROWS = { seats: [], placed: [], unseated: [] };

export type Behind = { readonly add: number; readonly away: number; readonly move: number };

/**
 * How many candidates the published plan no longer fits: those who lack a seat, those who hold one too many, those whose test the calendar
 * has at another hour or to whom something was granted since. Without a plan, all who sit anything. Null: none.
 */
export async function whatIsBehind(
  db: Database,
  catalogue: Catalogue,
  place: Place,
  planId: PlanId | null,
): Promise<Behind | null> {
  const ground = await readGround(db, catalogue, place);
  const rows = planId === null ? NO_ROWS : await readRows(db, planId);
  const add = new Set(lacking(ground, rows).map(({ enrolmentId }) => enrolmentId)).size;
  const away = new Set(toTakeAway(ground, rows).map(({ enrolmentId }) => enrolmentId)).size;
  const move = new Set(toMove(ground, rows).map(({ enrolmentId }) => enrolmentId)).size;
  return add + away + move === 0 ? null : { add, away, move };
}

/** Looks at one session: what it finds stays until the next look. Nothing of a session whose tests are over, or aren't in a calendar. */
export async function watchExam(db: Database, catalogue: Catalogue, place: Place): Promise<void> {
  await beginLook(db, place);
  const { first, last } = await sittingSpan(db, place);
  const { now } = await readMoment(db, SYSTEM);
  if (first === null || last === null || Temporal.Instant.compare(last, now) < 0) return;
  const planId = (await findPublishedPlan(db, place))?.id ?? null;
  const behind = await whatIsBehind(db, catalogue, place, planId);
  await writeWatch(db, place, { planId, first, ...(behind ?? { add: 0, away: 0, move: 0 }) });
}

/** Every session, once a night: a candidate without a seat is found by the machine, not by telephone. */
export async function watchExams(db: Database, catalogue: Catalogue): Promise<void> {
  for (const { code: session, academy } of catalogue.sessions()) await watchExam(db, catalogue, { academy, session });
}
