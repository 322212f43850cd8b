import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ExamPlace } from '../../exam/index.ts';
import { inSession } from '../../places/index.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { type ExamPlan, PLAN, type PlacingFigures, type PlacingMode, type PlanId } from '../plan.ts';

/** A plan whose rows may still change. */
const OPEN = sql`state in ('working', 'draft')`;

/** Every plan of a session, the last first. */
export function listPlans(db: Database, place: ExamPlace): Promise<readonly ExamPlan[]> {
  return PLAN.all(db, sql`select ${PLAN} from exam_plan where ${inSession(place)} order by number desc`);
}

export async function findPlan(db: Database, place: ExamPlace, asked: string | undefined): Promise<ExamPlan | null> {
  if (!isUuid(asked)) return null;
  return PLAN.first(db, sql`select ${PLAN} from exam_plan where ${inSession(place)} and id = ${asked}`);
}

/** The one that is being placed or moved by hand. */
export function findOpenPlan(db: Database, place: ExamPlace): Promise<ExamPlan | null> {
  return PLAN.first(db, sql`select ${PLAN} from exam_plan where ${inSession(place)} and ${OPEN}`);
}

/** Whose it is, the job that places it knows. */
export function readPlan(db: Database, planId: PlanId): Promise<ExamPlan | null> {
  return PLAN.first(db, sql`select ${PLAN} from exam_plan where id = ${planId}`);
}

/** Held until the transaction ends. */
export function lockPlan(tx: Tx, planId: PlanId): Promise<ExamPlan | null> {
  return PLAN.first(tx, sql`select ${PLAN} from exam_plan where id = ${planId} for update`);
}

export type NewPlan = {
  readonly state: 'working' | 'draft';
  readonly mode: PlacingMode;
  readonly basedOn: PlanId | null;
  readonly orderedBy: string;
};

/** Its number is the next of the session: one writer at a time (`lockExam`). */
export function insertPlan(tx: Tx, { academy, session }: ExamPlace, plan: NewPlan): Promise<ExamPlan> {
  const { state, mode, basedOn, orderedBy } = plan;
  return PLAN.one(
    tx,
    sql`insert into exam_plan (id, academy, session, number, state, mode, based_on, ordered_by, ordered_at)
    values (${randomUUID()}, ${academy}, ${session},
      (select coalesce(max(number), 0) + 1 from exam_plan where academy = ${academy} and session = ${session}),
      ${state}, ${mode}, ${basedOn}, ${orderedBy}, business_now()) returning ${PLAN}`,
  );
}

/** A draft goes back to be placed. */
export function orderAgain(tx: Tx, planId: PlanId, mode: PlacingMode, orderedBy: string): Promise<ExamPlan> {
  return PLAN.one(
    tx,
    sql`update exam_plan set state = 'working', mode = ${mode}, ordered_by = ${orderedBy}, ordered_at = business_now(), failure = null,
      row_version = row_version + 1 where id = ${planId} returning ${PLAN}`,
  );
}

export async function endPlacing(tx: Tx, planId: PlanId, figures: PlacingFigures): Promise<void> {
  await sql`update exam_plan set state = 'draft', figures = ${JSON.stringify(figures)}::jsonb, failure = null,
    row_version = row_version + 1 where id = ${planId}`.execute(tx);
}

/** What stood in it before stays: without any row it has failed, otherwise it is the draft that it was. */
export async function failPlacing(tx: Tx, planId: PlanId, failure: string): Promise<void> {
  await sql`update exam_plan set failure = ${failure}, row_version = row_version + 1,
    state = case when exists (select from exam_seat s where s.plan_id = exam_plan.id) then 'draft' else 'failed' end
    where id = ${planId}`.execute(tx);
}

/** A change of its rows: whoever read it before is told so. */
export async function touchPlan(tx: Tx, planId: PlanId): Promise<void> {
  await sql`update exam_plan set row_version = row_version + 1 where id = ${planId}`.execute(tx);
}

/** From now on candidates are summoned by it, and by no other. */
export async function markPublished(tx: Tx, place: ExamPlace, planId: PlanId, publishedBy: string): Promise<void> {
  await sql`update exam_plan set state = 'replaced', row_version = row_version + 1
    where ${inSession(place)} and state = 'published'`.execute(tx);
  await sql`update exam_plan set state = 'published', published_by = ${publishedBy}, published_at = business_now(),
    row_version = row_version + 1 where id = ${planId}`.execute(tx);
}

/** Taken away with its rows. */
export async function deletePlan(tx: Tx, planId: PlanId): Promise<void> {
  await tx.deleteFrom('exam_plan').where('id', '=', planId).execute();
}
