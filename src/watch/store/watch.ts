import { sql } from 'kysely';
import type { ExamPlace } from '../../exam/index.ts';
import { inSession } from '../../places/index.ts';
import type { PlanId } from '../../plan/index.ts';
import {
  columns,
  flag,
  instant,
  integer,
  nullable,
  present,
  type RowOf,
  text,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';

const FIRST = columns({ first: nullable(instant), last: nullable(instant) });

/** When the session's next test and its last begin; none being left, its first; null: the calendar is empty. */
export function sittingSpan(db: Database, place: ExamPlace): Promise<RowOf<typeof FIRST>> {
  return FIRST.one(
    db,
    sql`select coalesce(min(starts_at) filter (where starts_at > business_now()), min(starts_at)) as first, max(starts_at) as last
      from calendar_sitting where ${inSession(place)}`,
  );
}

export type PlanBehind = {
  readonly planId: PlanId | null;
  readonly add: number;
  readonly away: number;
  readonly move: number;
  readonly first: Temporal.Instant;
};

export async function writeWatch(db: Database, { academy, session }: ExamPlace, found: PlanBehind): Promise<void> {
  const { planId, add, away, move, first } = found;
  await sql`insert into exam_watch (academy, session, plan_id, to_add, to_take_away, to_move, first_sitting, looked_at)
    values (${academy}, ${session}, ${planId}, ${add}, ${away}, ${move}, ${first}, business_now())
    on conflict (academy, session) do update set plan_id = excluded.plan_id, to_add = excluded.to_add,
      to_take_away = excluded.to_take_away, to_move = excluded.to_move, first_sitting = excluded.first_sitting, looked_at = excluded.looked_at`.execute(
    db,
  );
}

/** True: a session that is watched has no look waiting, and now has one. Whoever asks meanwhile waits for nobody but this one. */
export async function askForLook(tx: Tx, { academy, session }: ExamPlace): Promise<boolean> {
  const asked = await ASKED.all(
    tx,
    sql`update exam_watch set asked = true where academy = ${academy} and session = ${session} and not asked returning session`,
  );
  return asked.length > 0;
}
const ASKED = columns({ session: text });

/** Before it looks: what changes from now on asks for the next. */
export async function beginLook(db: Database, { academy, session }: ExamPlace): Promise<void> {
  await sql`update exam_watch set asked = false where academy = ${academy} and session = ${session} and asked`.execute(
    db,
  );
}

/** So long before the first test, and until the last month of tests is over, whoever has no seat is said. */
const BEFORE = '21 days';
const AFTER = '60 days';

const DUE = columns({
  session: text,
  isPublished: flag,
  add: integer,
  away: integer,
  move: integer,
  first: present(instant),
  lookedAt: instant,
});
export type DueExam = RowOf<typeof DUE>;

/** Sessions of an academy whose tests are near, and whose plan doesn't fit the candidates, as the machine last found it. */
export function dueExams(db: Database, academy: string): Promise<readonly RowOf<typeof DUE>[]> {
  return DUE.all(
    db,
    sql`select session, plan_id is not null as "isPublished", to_add as add, to_take_away as away, to_move as move, first_sitting as first,
      looked_at as "lookedAt"
    from exam_watch where academy = ${academy} and to_add + to_take_away + to_move > 0
      and business_now() >= first_sitting - ${BEFORE}::interval and business_now() < first_sitting + ${AFTER}::interval
    order by first_sitting, session`,
  );
}
