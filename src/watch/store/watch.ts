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
  readonly mend: number;
  readonly first: Temporal.Instant;
};

export async function writeWatch(db: Database, { academy, session }: ExamPlace, found: PlanBehind): Promise<void> {
  const { planId, add, away, move, mend, first } = found;
  await sql`insert into exam_watch (academy, session, plan_id, to_add, to_take_away, to_move, to_mend, first_sitting, looked_at)
    values (${academy}, ${session}, ${planId}, ${add}, ${away}, ${move}, ${mend}, ${first}, business_now())
    on conflict (academy, session) do update set plan_id = excluded.plan_id, to_add = excluded.to_add,
      to_take_away = excluded.to_take_away, to_move = excluded.to_move, to_mend = excluded.to_mend, first_sitting = excluded.first_sitting, looked_at = excluded.looked_at`.execute(
    db,
  );
}

/**
 * Those of these sessions that are watched, had no look waiting, and now have one; `session` null: all of the academy. Whoever asks meanwhile waits for nobody
 * but this one.
 */
export async function askForLook(
  tx: Tx,
  { academy, session }: { readonly academy: string; readonly session: string | null },
): Promise<readonly string[]> {
  const asked = await ASKED.all(
    tx,
    sql`update exam_watch set asked = true
    where academy = ${academy} and (session = ${session}::text or ${session}::text is null) and not asked returning session`,
  );
  return asked.map((one) => one.session);
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

const BEHIND = columns({ add: integer, away: integer, move: integer, mend: integer });
const FOUND = sql`to_add as add, to_take_away as away, to_move as move, to_mend as mend`;

/** What the published plan of a session lacks, as the machine last found it; null: nothing, or none is published. */
export async function watchedBehind(
  db: Database,
  { academy, session }: ExamPlace,
): Promise<RowOf<typeof BEHIND> | null> {
  const found = await BEHIND.first(
    db,
    sql`select ${FOUND} from exam_watch where academy = ${academy} and session = ${session} and plan_id is not null`,
  );
  return found === null || Object.values(found).every((count) => count === 0) ? null : found;
}

const DUE = columns({
  session: text,
  isPublished: flag,
  ...BEHIND.shape,
  first: present(instant),
  lookedAt: instant,
});
export type DueExam = RowOf<typeof DUE>;

/** Sessions of an academy whose tests are near, and whose plan doesn't fit the candidates, as the machine last found it. */
export function dueExams(db: Database, academy: string): Promise<readonly RowOf<typeof DUE>[]> {
  return DUE.all(
    db,
    sql`select session, plan_id is not null as "isPublished", ${FOUND}, first_sitting as first,
      looked_at as "lookedAt"
    from exam_watch where academy = ${academy} and to_add + to_take_away + to_move + to_mend > 0
      and business_now() >= first_sitting - ${BEFORE}::interval and business_now() < first_sitting + ${AFTER}::interval
    order by first_sitting, session`,
  );
}
