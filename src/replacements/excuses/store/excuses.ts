import { type RawBuilder, sql } from 'kysely';
import { PERSON_NAMES } from '../../../accounts/index.ts';
import type { AcademySession } from '../../../catalogue/index.ts';
import type { EnrolmentId } from '../../../enrolment/index.ts';
import {
  columns,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  uuid,
} from '../../../platform/database/columns.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { isUuid } from '../../../platform/uuid.ts';
import { type Conclusion, EXCUSE, EXCUSE_LIFE, type Excuse, MOST_OF_EXCUSES } from '../excuse.ts';

function find(db: Database, which: RawBuilder<unknown>): Promise<readonly Excuse[]> {
  return EXCUSE.all(db, sql`select ${EXCUSE} from absence_excuse where ${which}`);
}

/** Of one candidate, the last first. */
export function listOwn(db: Database, enrolmentId: string): Promise<readonly Excuse[]> {
  return find(db, sql`enrolment_id = ${enrolmentId} order by sent_at desc, id`);
}

/** Of a session, for who decides: those that stand. */
export function listStanding(db: Database, { academy, session }: AcademySession): Promise<readonly Excuse[]> {
  return find(db, sql`academy = ${academy} and session = ${session} and state <> 'withdrawn' order by sent_at`);
}

/** For the service: those that wait to be read first, who has waited longest first; then the last that were. */
export function listToRead(db: Database, academy: string): Promise<readonly Excuse[]> {
  return find(
    db,
    sql`academy = ${academy} and state <> 'withdrawn'
    order by state = 'read', case when state = 'read' then null else sent_at end, sent_at desc limit ${MOST_OF_EXCUSES.listed}`,
  );
}

const COUNT = columns({ waiting: integer });

export async function countToRead(db: Database, academy: string): Promise<number> {
  const asked = sql`select count(*) as waiting from absence_excuse where academy = ${academy} and state in ('sent', 'reading')`;
  return (await COUNT.one(db, asked)).waiting;
}

export async function findExcuse(
  db: Database,
  which: { readonly academy: string; readonly id: string | undefined },
): Promise<Excuse | null> {
  if (!isUuid(which.id)) return null;
  return (await find(db, sql`id = ${which.id} and academy = ${which.academy}`))[0] ?? null;
}

/** Held until the end of the transaction. */
export async function lockExcuse(tx: Tx, excuseId: string | undefined): Promise<Excuse | null> {
  return isUuid(excuseId) ? ((await find(tx, sql`id = ${excuseId} for update`))[0] ?? null) : null;
}

export async function insertExcuse(
  tx: Tx,
  excuse: Pick<Excuse, 'id' | 'academy' | 'session' | 'enrolmentId' | 'units' | 'words'>,
): Promise<void> {
  const { id: excuseId, academy, session, enrolmentId, units, words } = excuse;
  await sql`insert into absence_excuse (id, academy, session, enrolment_id, units, words)
    values (${excuseId}, ${academy}, ${session}, ${enrolmentId}, ${units}::text[], ${words})`.execute(tx);
}

/** What comes after a reading waits to be read again. */
export async function writeAct(
  tx: Tx,
  { id: excuseId }: Pick<Excuse, 'id'>,
  act: 'add-document' | 'open' | 'withdraw',
): Promise<void> {
  await sql`update absence_excuse set state = ${EXCUSE_LIFE.acts[act].to}, conclusion = null, said = '', row_version = row_version + 1,
      ended_at = ${act === 'withdraw' ? sql`business_now()` : null} where id = ${excuseId}`.execute(tx);
}

export async function writeConclusion(
  tx: Tx,
  { id: excuseId }: Pick<Excuse, 'id'>,
  read: { readonly conclusion: Conclusion; readonly said: string; readonly by: string },
): Promise<void> {
  await sql`update absence_excuse set state = 'read', conclusion = ${read.conclusion}, said = ${read.said}, read_by = ${read.by},
      read_at = business_now(), row_version = row_version + 1 where id = ${excuseId}`.execute(tx);
}

const NAMED = columns({
  enrolmentId: present(id<EnrolmentId>()),
  number: present(text),
  ...PERSON_NAMES.shape,
  speciality: nullable(text),
});
export type NamedExcuse = RowOf<typeof NAMED>;

export function namesOf(db: Database, academy: string, enrolments: readonly string[]): Promise<readonly NamedExcuse[]> {
  return NAMED.all(
    db,
    sql`select e.id as "enrolmentId", e.number, ${PERSON_NAMES.of('c')}, e.speciality
    from enrolment_file e join candidate_identity c on c.account_id = e.candidate_id
    where e.academy = ${academy} and e.id = any(${enrolments}::uuid[])`,
  );
}

const ENDED = columns({
  id: uuid,
  session: text,
  enrolmentId: id<EnrolmentId>(),
  state: present(oneOf(['stored', 'removed'])),
  endedAt: present(instant),
});

/** Excuses whose words are still there, after the one with this id. */
export function listWords(db: Database, after: string | null, limit: number): Promise<readonly RowOf<typeof ENDED>[]> {
  return ENDED.all(
    db,
    sql`select id, session, enrolment_id as "enrolmentId", case when state = 'withdrawn' then 'removed' else 'stored' end as state, coalesce(ended_at, sent_at) as "endedAt"
    from absence_excuse where words <> '' and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`,
  );
}

export async function eraseWords(tx: Tx, excuseId: string): Promise<void> {
  await sql`update absence_excuse set words = '' where id = ${excuseId}`.execute(tx);
}
