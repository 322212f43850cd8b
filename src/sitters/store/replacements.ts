import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { type ExamPlace, replacementOf } from '../../exam/index.ts';
import { columns, id, instant, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';

/** From now on they sit this unit again, or don't any more. */
export async function writeAdmitted(
  tx: Tx,
  { academy, session }: ExamPlace,
  of: { readonly enrolmentId: EnrolmentId; readonly unit: string; readonly admitted: boolean },
): Promise<void> {
  const { enrolmentId, unit, admitted } = of;
  await sql`insert into exam_replacement (academy, session, enrolment_id, unit, admitted)
    values (${academy}, ${session}, ${enrolmentId}, ${unit}, ${admitted})
    on conflict (enrolment_id, unit) do update set admitted = excluded.admitted, written_at = business_now()`.execute(
    tx,
  );
}

const ADMITTED = columns({ enrolmentId: id<EnrolmentId>(), unit: text });

/** The tests that are sat again, by candidate, as the calendar calls them; `enrolments` null: of all. */
export async function readAdmitted(
  db: Database,
  { academy, session }: ExamPlace,
  enrolments: readonly string[] | null = null,
): Promise<ReadonlyMap<EnrolmentId, readonly string[]>> {
  const rows = await ADMITTED.all(
    db,
    sql`select enrolment_id as "enrolmentId", unit from exam_replacement
    where academy = ${academy} and session = ${session} and admitted
      ${enrolments === null ? sql`` : sql`and enrolment_id = any(${enrolments}::uuid[])`} order by enrolment_id, unit`,
  );
  const byCandidate = Map.groupBy(rows, ({ enrolmentId }) => enrolmentId);
  return new Map([...byCandidate].map(([one, some]) => [one, some.map(({ unit }) => replacementOf(unit))]));
}

const LAST = columns({ enrolmentId: id<EnrolmentId>(), writtenAt: instant });

/** When each of these was last admitted to sit a unit again; those who are. */
export async function lastAdmitted(
  db: Database,
  enrolments: readonly string[],
): Promise<ReadonlyMap<EnrolmentId, Temporal.Instant>> {
  const rows = await LAST.all(
    db,
    sql`select enrolment_id as "enrolmentId", max(written_at) as "writtenAt" from exam_replacement
      where admitted and enrolment_id = any(${enrolments}::uuid[]) group by enrolment_id`,
  );
  return new Map(rows.map(({ enrolmentId, writtenAt }) => [enrolmentId, writtenAt]));
}
