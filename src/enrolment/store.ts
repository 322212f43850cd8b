import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql, type UpdateObject } from 'kysely';
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
import type { Database, Tables, Tx } from '../platform/database/database.ts';
import { listed } from '../platform/database/listed.ts';
import type { Act } from '../platform/journal.ts';
import { isUuid } from '../platform/uuid.ts';
import type { CompletedUnits } from './completion.ts';
import {
  type Answers,
  type Enrolment,
  type EnrolmentId,
  type ExamForm,
  LIVING,
  RESERVE_STATES,
  type ReserveState,
  RUNNING,
  type Signature,
  type SignatureWay,
  STATUSES,
} from './enrolment.ts';

const ENROLMENT = columns({
  id: id<EnrolmentId>(),
  academy: text,
  session: text,
  candidateId: uuid,
  status: oneOf(STATUSES),
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
  reserve: nullable(oneOf(RESERVE_STATES)),
  validatedAt: nullable(instant),
  endedAt: nullable(instant),
  savedAt: instant,
  rowVersion: integer,
});

function enrolmentOf({ signedVersion, signedAt, signedOnlineVersion, ...row }: RowOf<typeof ENROLMENT>): Enrolment {
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
  return isUuid(text) ? (text as EnrolmentId) : null;
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

export async function insertDraft(
  tx: Tx,
  draft: { readonly academy: string; readonly session: string; readonly exam: string; readonly candidateId: string },
): Promise<EnrolmentId> {
  const id = randomUUID();
  const { academy, session, exam, candidateId: candidate_id } = draft;
  await tx
    .insertInto('enrolment')
    .values({ id, academy, session, exam, candidate_id, status: 'draft', working: '{}' })
    .execute();
  return id as EnrolmentId;
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
      and candidate_id = ${candidateId} and status in ${listed(LIVING)}`,
  );
  return living?.id ?? null;
}

/** Has this person ever registered? From then on the civil status is changed by an officer, on request. */
export async function hasRegistered(db: Database, candidateId: string): Promise<boolean> {
  const registered = sql`select ${ID} from enrolment where candidate_id = ${candidateId} and version > 0 limit 1`;
  return (await ID.first(db, registered)) !== null;
}

export type StepToSave = {
  readonly enrolment: Enrolment;
  /** The working copy as it becomes; null when it says what is registered, so that nothing is being changed. */
  readonly working: Answers | null;
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
};

const SAVED = columns({ savedAt: instant });

/**
 * One statement: written only if nobody wrote since it was read, if it still lives, and if the request began inside the
 * window. Gives the instant of saving, or null when nothing was written.
 */
export async function saveStep(db: Database, act: Act, save: StepToSave): Promise<Temporal.Instant | null> {
  const { enrolment } = save;
  const working = save.working === null ? null : JSON.stringify(save.working);
  const begun = sql`business_now() - make_interval(secs => ${act.elapsed() / 1000})`;
  const saved = await SAVED.first(
    db,
    sql`update enrolment set working = ${working}::jsonb, saved_at = business_now(), row_version = row_version + 1
    where id = ${enrolment.id} and candidate_id = ${enrolment.candidateId} and row_version = ${enrolment.rowVersion}
      and status in ${listed(LIVING)} and ${begun} >= ${save.opensAt}::timestamptz and ${begun} < ${save.closesAt}::timestamptz
    returning ${SAVED}`,
  );
  return saved?.savedAt ?? null;
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
    where status in ${listed(LIVING)} and (id = any(${butFor}::uuid[])
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
    where academy = ${academy} and session = ${session} and speciality = ${speciality} and status in ${listed(RUNNING)}
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
      where session = ${session} and status in ${listed(LIVING)}`,
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

/** Makes the series of numbers of a session, once; two nodes may do it together. */
export async function openSeries(db: Database, academy: string, session: string): Promise<void> {
  const sequence = `enrolment_number_${session.replace(/[^a-z0-9]/gi, '_')}`;
  await sql
    .raw(`create sequence if not exists ${sequence}`)
    .execute(db)
    .catch((error: unknown) => {
      // Two nodes creating it at the same instant: the loser finds it made.
      if (!(error instanceof Error && 'code' in error && (error.code === '23505' || error.code === '42P07')))
        throw error;
    });
  await db
    .insertInto('enrolment_serial')
    .values({ academy, session, sequence })
    .onConflict((taken) => taken.doNothing())
    .execute();
}

const SERIAL = columns({ serial: integer });

export async function nextSerial(tx: Tx, academy: string, session: string): Promise<number> {
  const asked = sql`select nextval(sequence) as serial from enrolment_serial where academy = ${academy} and session = ${session}`;
  return (await SERIAL.one(tx, asked)).serial;
}

export type Registration = {
  readonly enrolment: Enrolment;
  readonly number: string;
  readonly version: number;
  readonly answers: Answers;
  readonly speciality: string;
  readonly portfolio: string;
  readonly form: ExamForm;
  readonly familyName: string;
  readonly reserve: ReserveState | null;
  readonly rulePack: string;
  readonly begunAt: Temporal.Instant;
};

/** Writes version n + 1: the working copy becomes the registered one, and a signature of an older version no longer counts. */
export async function writeVersion(tx: Tx, registration: Registration): Promise<Enrolment> {
  const { enrolment, version } = registration;
  const answers = JSON.stringify(registration.answers);
  const written = sql`update enrolment set status = 'registered', number = ${registration.number}, version = ${version}, registered = ${answers}::jsonb, working = null,
      speciality = ${registration.speciality}, portfolio = ${registration.portfolio}, form = ${registration.form}, family_name = ${registration.familyName},
      first_registered_at = coalesce(first_registered_at, business_now()), registered_at = business_now(), validated_at = null, reserve = ${registration.reserve},
      saved_at = business_now(), row_version = row_version + 1
    where id = ${enrolment.id} returning ${ENROLMENT}`;
  const row = await ENROLMENT.one(tx, written);
  await tx
    .insertInto('enrolment_version')
    .values({
      enrolment_id: enrolment.id,
      version,
      academy: enrolment.academy,
      session: enrolment.session,
      answers,
      rule_pack: registration.rulePack,
      begun_at: registration.begunAt,
      registered_at: sql`business_now()`,
    })
    .execute();
  return enrolmentOf(row);
}

const VERSION = columns({ version: integer, answers: json<Answers>(), registeredAt: instant });
/** What was registered by each *Enregistrer*. */
export type KeptVersion = RowOf<typeof VERSION>;

/** The registered versions of an enrolment, the last one first. */
export function listVersions(
  db: Database,
  { id, academy, session }: Pick<Enrolment, 'id' | 'academy' | 'session'>,
): Promise<readonly KeptVersion[]> {
  return VERSION.all(
    db,
    sql`select ${VERSION} from enrolment_version
      where enrolment_id = ${id} and academy = ${academy} and session = ${session} order by version desc`,
  );
}

/** Answers that no signature covers, otherwise than before: version, signature and validation stand. */
export async function writeUnsigned(
  tx: Tx,
  id: EnrolmentId,
  { registered, working }: { readonly registered: Answers; readonly working: Answers | null },
): Promise<Enrolment> {
  const kept = working === null ? null : JSON.stringify(working);
  const written = sql`update enrolment set registered = ${JSON.stringify(registered)}::jsonb, working = ${kept}::jsonb,
      row_version = row_version + 1
    where id = ${id} returning ${ENROLMENT}`;
  return enrolmentOf(await ENROLMENT.one(tx, written));
}

/** Files stand with the officer of their speciality: those that new rules give to another one follow. */
export async function writePortfolio(tx: Tx, id: EnrolmentId, portfolio: string): Promise<void> {
  await tx
    .updateTable('enrolment')
    .set({ portfolio })
    .where('id', '=', id)
    .where('portfolio', '<>', portfolio)
    .execute();
}

export async function dropWorkingCopy(tx: Tx, id: EnrolmentId): Promise<void> {
  await changeEnrolment(tx, id, { working: null });
}

export async function endEnrolment(
  tx: Tx,
  id: EnrolmentId,
  status: 'withdrawn' | 'set-aside' | 'cancelled' | 'abandoned',
): Promise<void> {
  await changeEnrolment(tx, id, { status, ended_at: NOW, working: null });
}

/** Voided (`null`), what was signed on line is still known: the decision that voids it may be taken back. */
export async function writeSignature(
  tx: Tx,
  id: EnrolmentId,
  signed: Pick<Signature, 'version' | 'way'> | null,
): Promise<void> {
  if (signed === null) return changeEnrolment(tx, id, { signed_version: null, signed_at: null });
  const { version, way } = signed;
  const signed_online_version = way === 'online' ? version : null;
  await changeEnrolment(tx, id, { signed_version: version, signed_at: NOW, signed_online_version });
}

export async function writeValidated(tx: Tx, id: EnrolmentId, validated: boolean): Promise<void> {
  await changeEnrolment(tx, id, {
    status: validated ? 'validated' : 'registered',
    validated_at: validated ? NOW : null,
  });
}

export const NOW: RawBuilder<Temporal.Instant> = sql`business_now()`;

/** Writes columns of an enrolment, one row version further. */
export async function changeEnrolment(
  tx: Tx,
  id: EnrolmentId,
  values: UpdateObject<Tables, 'enrolment'>,
): Promise<void> {
  await tx
    .updateTable('enrolment')
    .set({ ...values, row_version: sql`row_version + 1` })
    .where('id', '=', id)
    .execute();
}
