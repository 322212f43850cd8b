import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, id, instant, integer, nullable, present, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Jury } from '../jury.ts';
import type { JuryPoint } from '../verdict.ts';

const POINT = columns({
  enrolmentId: id<EnrolmentId>(),
  unit: text,
  before: integer,
  after: present(integer),
  reason: text,
});

/** What counts: of each unit the last that was written, unless it was taken back. */
export async function readPoints(
  db: Database,
  { id: juryId }: Pick<Jury, 'id'>,
): Promise<ReadonlyMap<EnrolmentId, readonly JuryPoint[]>> {
  const rows = await POINT.all(
    db,
    sql`select p."enrolmentId", p.unit, p.before, p.after, p.reason from (
      select distinct on (enrolment_id, unit) enrolment_id as "enrolmentId", unit, before_mark as before, after_mark as after, reason
      from jury_point where jury_id = ${juryId} order by enrolment_id, unit, rank desc) p
    where p.after is not null order by p.unit`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ enrolmentId }) => enrolmentId)].map(([one, some]) => [
      one,
      some.map(({ unit, before, after, reason }) => ({ unit, before, after, reason })),
    ]),
  );
}

const GIVEN = columns({
  unit: text,
  before: integer,
  after: nullable(integer),
  reason: text,
  by: uuid,
  at: instant,
});
export type GivenPoint = JuryPointOrNone & { readonly by: string; readonly at: Temporal.Instant };
type JuryPointOrNone = Omit<JuryPoint, 'after'> & { readonly after: number | null };

/** All that was given to one candidate and taken back, the last first. */
export function listGiven(
  db: Database,
  { id: juryId }: Pick<Jury, 'id'>,
  enrolmentId: EnrolmentId,
): Promise<readonly GivenPoint[]> {
  return GIVEN.all(
    db,
    sql`select unit, before_mark as before, after_mark as after, reason, by, at
    from jury_point where jury_id = ${juryId} and enrolment_id = ${enrolmentId} order by rank desc limit 200`,
  );
}

export async function insertPoint(
  tx: Tx,
  { id: juryId, academy, session }: Pick<Jury, 'id' | 'academy' | 'session'>,
  { enrolmentId, unit, before, after, reason, by }: Omit<GivenPoint, 'at'> & { readonly enrolmentId: EnrolmentId },
): Promise<void> {
  await sql`insert into jury_point (jury_id, academy, session, enrolment_id, unit, before_mark, after_mark, reason, by)
    values (${juryId}, ${academy}, ${session}, ${enrolmentId}, ${unit}, ${before}, ${after}::smallint, ${reason}, ${by})`.execute(
    tx,
  );
}

const COUNT = columns({ count: integer });

/** How many points that count are of candidates of these specialities. */
export async function pointsOfSpecialities(
  db: Database,
  { id: juryId }: Pick<Jury, 'id'>,
  specialities: readonly string[],
): Promise<number> {
  const { count } = await COUNT.one(
    db,
    sql`select count(*) as count from (
      select distinct on (p.enrolment_id, p.unit) p.after_mark, e.speciality
      from jury_point p join enrolment_file e on e.id = p.enrolment_id
      where p.jury_id = ${juryId} order by p.enrolment_id, p.unit, p.rank desc) l
    where l.after_mark is not null and l.speciality = any(${specialities}::text[])`,
  );
  return count;
}
