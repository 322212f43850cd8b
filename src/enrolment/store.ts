import { type RawBuilder, sql } from 'kysely';
import {
  columns,
  id,
  instant,
  integer,
  json,
  nullable,
  oneOf,
  type RowOf,
  text,
  texts,
  uuid,
} from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { amongWords } from '../platform/database/listed.ts';
import { readId } from '../platform/uuid.ts';
import type { CompletedUnits } from './completion.ts';
import {
  type Answers,
  ENROLMENT_LIFE,
  type Enrolment,
  type EnrolmentId,
  LIVING,
  RESERVE_LIFE,
  RUNNING,
  type SignatureWay,
} from './enrolment.ts';

export const ENROLMENT = columns({
  id: id<EnrolmentId>(),
  academy: text,
  session: text,
  candidateId: uuid,
  status: oneOf(ENROLMENT_LIFE.states),
  number: nullable(text),
  version: integer,
  registered: nullable(json<Answers>()),
  working: nullable(json<Answers>()),
  firstRegisteredAt: nullable(instant),
  registeredAt: nullable(instant),
  signedVersion: nullable(integer),
  signedAt: nullable(instant),
  signedOnlineVersion: nullable(integer),
  completedUnits: nullable(json<CompletedUnits>()),
  reserve: nullable(oneOf(RESERVE_LIFE.states)),
  validatedAt: nullable(instant),
  endedAt: nullable(instant),
  savedAt: instant,
  rowVersion: integer,
});

export function enrolmentOf({
  signedVersion,
  signedAt,
  signedOnlineVersion,
  ...row
}: RowOf<typeof ENROLMENT>): Enrolment {
  const way: SignatureWay = signedOnlineVersion === signedVersion ? 'online' : 'paper';
  const signature = signedVersion === null || signedAt === null ? null : { version: signedVersion, at: signedAt, way };
  return { ...row, signature };
}

/** What follows `from enrolment where`. */
async function find(db: Database, condition: RawBuilder<unknown>): Promise<Enrolment | null> {
  const row = await ENROLMENT.first(db, sql`select ${ENROLMENT} from enrolment where ${condition}`);
  return row === null ? null : enrolmentOf(row);
}

/** What stands in an address is only an id if it looks like one; everything else is « not found ». */
export function readEnrolmentId(text: string | undefined): EnrolmentId | null {
  return readId<EnrolmentId>(text);
}

/** An enrolment of this candidate; somebody else's doesn't exist for them. */
export function findOwnEnrolment(db: Database, id: EnrolmentId, candidateId: string): Promise<Enrolment | null> {
  return find(db, sql`id = ${id} and candidate_id = ${candidateId}`);
}

export async function listOwnEnrolments(db: Database, candidateId: string): Promise<readonly Enrolment[]> {
  const asked = sql`select ${ENROLMENT} from enrolment where candidate_id = ${candidateId} order by saved_at desc`;
  return (await ENROLMENT.all(db, asked)).map(enrolmentOf);
}

/** Those of these enrolments that are of the academy, in no order. */
export async function findEnrolmentsOf(
  db: Database,
  academy: string,
  ids: readonly string[],
): Promise<readonly Enrolment[]> {
  const asked = sql`select ${ENROLMENT} from enrolment where id = any(${ids}::uuid[]) and academy = ${academy}`;
  return (await ENROLMENT.all(db, asked)).map(enrolmentOf);
}

/** An enrolment of this academy, for its staff. */
export function findEnrolmentOf(db: Database, academy: string, id: EnrolmentId): Promise<Enrolment | null> {
  return find(db, sql`id = ${id} and academy = ${academy}`);
}

/** Held until the end of the transaction: two acts on one enrolment queue up. */
export function lockEnrolment(tx: Tx, id: EnrolmentId): Promise<Enrolment | null> {
  return find(tx, sql`id = ${id} for update`);
}

const ID = columns({ id: id<EnrolmentId>() });

/** The living enrolment of a person in a session, if there is one. */
export async function findLiving(
  db: Database,
  academy: string,
  session: string,
  exam: string,
  candidateId: string,
): Promise<EnrolmentId | null> {
  const living = await ID.first(
    db,
    sql`select ${ID} from enrolment where academy = ${academy} and session = ${session} and exam = ${exam}
      and candidate_id = ${candidateId} and status in ${amongWords(LIVING)}`,
  );
  return living?.id ?? null;
}

/** Has this person ever registered? From then on the civil status is changed by an officer, on request. */
export async function hasRegistered(db: Database, candidateId: string): Promise<boolean> {
  const registered = sql`select ${ID} from enrolment where candidate_id = ${candidateId} and version > 0 limit 1`;
  return (await ID.first(db, registered)) !== null;
}

/**
 * Every enrolment that still counts, whatever its academy, in the order of numbers: for a change of the rules. Without those
 * registered under the rule pack `notUnder` already, unless they stand in `butFor`.
 */
export async function listLiving(
  db: Database,
  notUnder: string,
  butFor: readonly string[],
): Promise<readonly Enrolment[]> {
  const living = await ENROLMENT.all(
    db,
    sql`select ${ENROLMENT} from enrolment
    where status in ${amongWords(LIVING)} and (id = any(${butFor}::uuid[])
      or not exists (select from enrolment_version v
        where v.enrolment_id = enrolment.id and v.version = enrolment.version and v.rule_pack = ${notUnder}))
    order by number nulls last, saved_at`,
  );
  return living.map(enrolmentOf);
}

/** Running enrolments of a speciality at a session, by number, after one of them; of these groups, or of all. */
export async function listRunningOf(
  db: Database,
  within: {
    readonly academy: string;
    readonly session: string;
    readonly speciality: string;
    readonly portfolios: readonly string[] | null;
  },
  after: string,
  limit: number,
): Promise<readonly Enrolment[]> {
  const { academy, session, speciality, portfolios } = within;
  const running = await ENROLMENT.all(
    db,
    sql`select ${ENROLMENT} from enrolment
    where academy = ${academy} and session = ${session} and speciality = ${speciality} and status in ${amongWords(RUNNING)}
      ${portfolios === null ? sql`` : sql`and portfolio = any(${portfolios}::text[])`} and number > ${after}
    order by number limit ${limit}`,
  );
  return running.map(enrolmentOf);
}

const LIVES = columns({ registered: integer, drafts: integer });

/** How many enrolments of a session are running, and how many are being written. */
export function countLiving(db: Database, session: string): Promise<RowOf<typeof LIVES>> {
  return LIVES.one(
    db,
    sql`select count(number) as registered, count(*) - count(number) as drafts from enrolment
      where session = ${session} and status in ${amongWords(LIVING)}`,
  );
}

const NAMED = columns({ academies: texts, sessions: texts, specialities: texts });

/** What enrolments of any state name of the rules, and so must stay in them. */
export type NamedByEnrolments = RowOf<typeof NAMED>;

export function namedByEnrolments(db: Database): Promise<NamedByEnrolments> {
  return NAMED.one(
    db,
    sql`select coalesce(array_agg(distinct academy), '{}') as academies, coalesce(array_agg(distinct session), '{}') as sessions,
      coalesce(array_agg(distinct speciality) filter (where speciality is not null), '{}') as specialities from enrolment`,
  );
}
