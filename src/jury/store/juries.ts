import { type RawBuilder, sql } from 'kysely';
import type { Approval } from '../../accounts/index.ts';
import type { AcademySession } from '../../catalogue/index.ts';
import {
  columns,
  day,
  flag,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  texts,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid, newId } from '../../platform/uuid.ts';
import { JURY_LIFE, type Jury, type JuryId } from '../jury.ts';
import { recordName } from '../verdict.ts';

const JURY = columns({
  id: id<JuryId>(),
  academy: text,
  session: text,
  name: text,
  meetsOn: day,
  hour: nullable(text),
  place: text,
  state: oneOf(JURY_LIFE.states),
  quorum: flag,
  proposedBy: nullable(uuid),
  proposedAt: nullable(instant),
  year: nullable(integer),
  number: nullable(integer),
  closedBy: nullable(uuid),
  closedAt: nullable(instant),
  rowVersion: integer,
});
const SPECIALITIES = columns({ juryId: uuid, specialities: texts });

function juryOf({ year, number, ...row }: RowOf<typeof JURY>, specialities: readonly string[]): Jury {
  return { ...row, record: year === null || number === null ? null : recordName(year, number), specialities };
}

async function find(db: Database, which: RawBuilder<unknown>): Promise<readonly Jury[]> {
  const rows = await JURY.all(db, sql`select ${JURY} from jury where ${which}`);
  const found = await SPECIALITIES.all(
    db,
    sql`select jury_id as "juryId", array_agg(speciality order by speciality) as specialities
    from jury_speciality where jury_id = any(${rows.map((row) => row.id)}::uuid[]) group by jury_id`,
  );
  const of = new Map(found.map(({ juryId, specialities }) => [juryId, specialities]));
  return rows.map((row) => juryOf(row, of.get(row.id) ?? []));
}

export function listJuries(db: Database, { academy, session }: AcademySession): Promise<readonly Jury[]> {
  return find(db, sql`academy = ${academy} and session = ${session} order by meets_on, name, id`);
}

/** Those of which this account is a member, the last first. */
export function listJuriesOf(db: Database, academy: string, account: string): Promise<readonly Jury[]> {
  return find(
    db,
    sql`academy = ${academy} and id in (select jury_id from jury_member where account_id = ${account})
    order by meets_on desc, name, id limit 200`,
  );
}

export async function findJury(db: Database, academy: string, asked: string | undefined): Promise<Jury | null> {
  return isUuid(asked) ? ((await find(db, sql`id = ${asked} and academy = ${academy}`))[0] ?? null) : null;
}

/** The same, held until the end of the transaction: acts on one jury come one after the other. */
export async function lockJury(tx: Tx, academy: string, asked: string): Promise<Jury | null> {
  return isUuid(asked) ? ((await find(tx, sql`id = ${asked} and academy = ${academy} for update`))[0] ?? null) : null;
}

/** For marks: the closed record that speaks of a speciality; null: none does. */
export async function closedRecord(
  db: Database,
  { academy, session, speciality }: AcademySession & { readonly speciality: string },
): Promise<string | null> {
  const [found] = await find(
    db,
    sql`academy = ${academy} and session = ${session} and state = 'closed'
      and id in (select jury_id from jury_speciality where academy = ${academy} and session = ${session} and speciality = ${speciality})`,
  );
  return found?.record ?? null;
}

export type JuryWords = Pick<Jury, 'name' | 'meetsOn' | 'hour' | 'place' | 'specialities'>;

/** One at a time for a session: who has which speciality, and how many juries there are. */
export async function lockSession(tx: Tx, { academy, session }: AcademySession): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('juries ' || ${academy}::text || ' ' || ${session}::text, 0))`.execute(
    tx,
  );
}

export async function insertJury(tx: Tx, place: AcademySession, words: JuryWords, by: string): Promise<JuryId> {
  const jury = newId<JuryId>();
  const { name, meetsOn, hour, place: where } = words;
  await sql`insert into jury (id, academy, session, name, meets_on, hour, place, opened_by)
    values (${jury}, ${place.academy}, ${place.session}, ${name}, ${meetsOn}, ${hour}, ${where}, ${by})`.execute(tx);
  await writeSpecialities(tx, { id: jury, ...place }, words.specialities);
  return jury;
}

export async function updateJury(
  tx: Tx,
  jury: Pick<Jury, 'id' | 'academy' | 'session'>,
  words: JuryWords,
): Promise<void> {
  await sql`update jury set name = ${words.name}, meets_on = ${words.meetsOn}, hour = ${words.hour},
      place = ${words.place}, row_version = row_version + 1 where id = ${jury.id}`.execute(tx);
  await writeSpecialities(tx, jury, words.specialities);
}

async function writeSpecialities(
  tx: Tx,
  { id: juryId, academy, session }: { readonly id: string } & AcademySession,
  specialities: readonly string[],
): Promise<void> {
  await sql`delete from jury_speciality where jury_id = ${juryId} and speciality <> all(${specialities}::text[])`.execute(
    tx,
  );
  await sql`insert into jury_speciality (jury_id, academy, session, speciality)
    select ${juryId}::uuid, ${academy}::text, ${session}::text, one from unnest(${specialities}::text[]) as one
    on conflict (jury_id, speciality) do nothing`.execute(tx);
}

export async function writeQuorum(tx: Tx, { id: juryId }: Pick<Jury, 'id'>, quorum: boolean): Promise<void> {
  await sql`update jury set quorum = ${quorum}, row_version = row_version + 1 where id = ${juryId}`.execute(tx);
}

/** `by` null: it deliberates again. */
export async function writeProposal(tx: Tx, { id: juryId }: Pick<Jury, 'id'>, by: string | null): Promise<void> {
  await sql`update jury set state = ${by === null ? 'open' : 'closing'}, proposed_by = ${by}::uuid,
      proposed_at = ${by === null ? null : sql`business_now()`}, row_version = row_version + 1 where id = ${juryId}`.execute(
    tx,
  );
}

const NUMBER = columns({ number: integer });

/** Gives the number of the record, the next of its year in the academy. */
export async function writeClosing(
  tx: Tx,
  { id: juryId, academy }: Pick<Jury, 'id' | 'academy'>,
  year: number,
  approval: Approval,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('records ' || ${academy}::text || ' ' || ${year}::integer::text, 0))`.execute(
    tx,
  );
  const { number } = await NUMBER.one(
    tx,
    sql`select coalesce(max(number), 0) + 1 as number from jury where academy = ${academy} and year = ${year}`,
  );
  await sql`update jury set state = 'closed', year = ${year}, number = ${number}, closed_by = ${approval.by}, closed_at = business_now(),
      row_version = row_version + 1 where id = ${juryId}`.execute(tx);
  return number;
}

/** After any other act, so that a page made before is told. */
export async function touchJury(tx: Tx, { id: juryId }: Pick<Jury, 'id'>): Promise<void> {
  await sql`update jury set row_version = row_version + 1 where id = ${juryId}`.execute(tx);
}

const ENROLLED = columns({ speciality: present(text), count: integer });

/** How many candidates each speciality of a session has. */
export async function countEnrolled(
  db: Database,
  { academy, session }: AcademySession,
): Promise<ReadonlyMap<string, number>> {
  const rows = await ENROLLED.all(
    db,
    sql`select speciality, count(*) from enrolment_file where academy = ${academy} and session = ${session}
      and status in ('registered', 'validated') and speciality is not null group by speciality order by speciality`,
  );
  return new Map(rows.map(({ speciality, count }) => [speciality, count]));
}
