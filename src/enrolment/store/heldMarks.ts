import { sql } from 'kysely';
import { columns, day, integer, oneOf, present, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type Due, dueRows } from '../../platform/database/due.ts';
import type { Enrolment, EnrolmentId } from '../enrolment.ts';
import type { LedgerLine } from '../rules/ledger.ts';

const HELD = columns({
  unit: present(text),
  cfd: present(text),
  session: present(integer),
  halfPoints: present(integer),
  obtainedOn: present(day),
  source: present(oneOf(['own-results', 'former-results'])),
});

/** What our own results, and those of the system in place that the office gave back, say that somebody holds. The oldest first. */
export function listHeldMarks(db: Database, candidateId: string, cfd: string): Promise<readonly LedgerLine[]> {
  return HELD.all(
    db,
    sql`select unit, cfd, year as session, half_points as "halfPoints", obtained_on as "obtainedOn", 'own-results' as source from held_mark
      where candidate_id = ${candidateId} and cfd = ${cfd} and not withheld
    union all
    select unit, cfd, year, half_points, obtained_on, 'former-results' from former_mark
      where candidate_id = ${candidateId} and cfd = ${cfd} and until >= (business_now() at time zone 'Europe/Paris')::date
    order by "obtainedOn", session, unit`,
  );
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

/** Under which number of the former system, in which academy, they are somebody's. */
export type FormerHolder = { readonly academy: string; readonly candidateId: string; readonly number: string };
export type FormerMark = HeldMark & {
  readonly cfd: string;
  /** Of the session. */
  readonly year: number;
  /** The last day on which it may be kept. */
  readonly until: Temporal.PlainDate;
};

/** What the former system says of somebody, in the place of what stood there; nothing takes it away. */
export async function writeFormerMarks(
  tx: Tx,
  { academy, candidateId, number }: FormerHolder,
  marks: readonly FormerMark[],
): Promise<void> {
  await sql`delete from former_mark where candidate_id = ${candidateId} and academy = ${academy} and number = ${number}`.execute(
    tx,
  );
  await sql`insert into former_mark (academy, candidate_id, number, cfd, year, unit, half_points, obtained_on, until)
    select ${academy}, ${candidateId}, ${number}, m.cfd, m.year, m.unit, m.half_points, m.obtained_on, m.until
    from unnest(${marks.map(({ cfd }) => cfd)}::text[], ${marks.map(({ year }) => year)}::integer[], ${marks.map(({ unit }) => unit)}::text[],
      ${marks.map(({ halfPoints }) => halfPoints)}::smallint[], ${marks.map(({ obtainedOn }) => obtainedOn.toString())}::date[],
      ${marks.map(({ until }) => until.toString())}::date[]) as m (cfd, year, unit, half_points, obtained_on, until)`.execute(
    tx,
  );
}

/** Those that nobody can keep any more. */
export const oldFormerMarks: Due = dueRows(
  'former_mark',
  sql`until < (business_now() at time zone 'Europe/Paris')::date`,
);
