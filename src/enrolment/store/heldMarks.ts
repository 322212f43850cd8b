import { sql } from 'kysely';
import { columns, day, integer, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Enrolment, EnrolmentId } from '../enrolment.ts';
import type { LedgerLine } from '../rules/ledger.ts';

const HELD = columns({ unit: text, cfd: text, session: integer, halfPoints: integer, obtainedOn: day });

/** What our own results say that somebody holds in a speciality, the oldest first. */
export async function listHeldMarks(db: Database, candidateId: string, cfd: string): Promise<readonly LedgerLine[]> {
  const rows = await HELD.all(
    db,
    sql`select unit, cfd, year as session, half_points as "halfPoints", obtained_on as "obtainedOn" from held_mark
    where candidate_id = ${candidateId} and cfd = ${cfd} and not withheld order by obtained_on, enrolment_id, unit`,
  );
  return rows.map((row) => ({ ...row, source: 'own-results' }));
}

export type HeldMark = Pick<LedgerLine, 'unit' | 'halfPoints' | 'obtainedOn'>;

/** Of one enrolment, in the place of what stood there. The caller holds the enrolment. */
export async function writeHeldMarks(
  tx: Tx,
  { id, academy, session, candidateId }: Pick<Enrolment, 'id' | 'academy' | 'session' | 'candidateId'>,
  { cfd, year }: { readonly cfd: string; readonly year: number },
  marks: readonly HeldMark[],
): Promise<void> {
  await sql`delete from held_mark where enrolment_id = ${id}`.execute(tx);
  await sql`insert into held_mark (enrolment_id, academy, session, candidate_id, cfd, year, unit, half_points, obtained_on)
    select ${id}, ${academy}, ${session}, ${candidateId}, ${cfd}, ${year}, m.unit, m.half_points, m.obtained_on
    from unnest(${marks.map(({ unit }) => unit)}::text[], ${marks.map(({ halfPoints }) => halfPoints)}::smallint[],
      ${marks.map(({ obtainedOn }) => obtainedOn.toString())}::date[]) as m (unit, half_points, obtained_on)`.execute(
    tx,
  );
}

/** Takes from the steps what these enrolments gave, or gives it back. */
export async function withholdHeldMarks(tx: Tx, enrolments: readonly EnrolmentId[], withheld: boolean): Promise<void> {
  await sql`update held_mark set withheld = ${withheld} where enrolment_id = any(${enrolments}::uuid[])`.execute(tx);
}
