import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from '../platform/database/database.ts';
import type { Act } from '../platform/journal.ts';
import { isUuid } from '../platform/uuid.ts';
import type { Answers, Enrolment, EnrolmentId, ExamForm, ReserveState, Status } from './enrolment.ts';

type EnrolmentRow = {
  id: string;
  academy: string;
  session: string;
  exam: string;
  candidate_id: string;
  status: Status;
  number: string | null;
  version: number;
  registered: Answers | null;
  working: Answers | null;
  first_registered_at: Temporal.Instant | null;
  registered_at: Temporal.Instant | null;
  signed_version: number | null;
  signed_at: Temporal.Instant | null;
  reserve: ReserveState | null;
  validated_at: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
  saved_at: Temporal.Instant;
  row_version: number;
};

const COLUMNS =
  sql.raw(`id, academy, session, exam, candidate_id, status, number, version, registered, working, first_registered_at,
  registered_at, signed_version, signed_at, reserve, validated_at, ended_at, saved_at, row_version`);

function enrolmentOf(row: EnrolmentRow): Enrolment {
  return {
    id: row.id as EnrolmentId,
    academy: row.academy,
    session: row.session,
    candidateId: row.candidate_id,
    status: row.status,
    number: row.number,
    version: row.version,
    registered: row.registered,
    working: row.working,
    firstRegisteredAt: row.first_registered_at,
    registeredAt: row.registered_at,
    signature:
      row.signed_version === null || row.signed_at === null ? null : { version: row.signed_version, at: row.signed_at },
    reserve: row.reserve,
    validatedAt: row.validated_at,
    endedAt: row.ended_at,
    savedAt: row.saved_at,
    rowVersion: row.row_version,
  };
}

/** What stands in an address is only an id if it looks like one; everything else is « not found ». */
export function readEnrolmentId(text: string | undefined): EnrolmentId | null {
  return isUuid(text) ? (text as EnrolmentId) : null;
}

/** An enrolment of this candidate; somebody else's doesn't exist for them. */
export async function findOwnEnrolment(db: Database, id: EnrolmentId, candidateId: string): Promise<Enrolment | null> {
  const { rows } =
    await sql<EnrolmentRow>`select ${COLUMNS} from enrolment where id = ${id} and candidate_id = ${candidateId}`.execute(
      db,
    );
  return rows[0] === undefined ? null : enrolmentOf(rows[0]);
}

export async function listOwnEnrolments(db: Database, candidateId: string): Promise<readonly Enrolment[]> {
  const { rows } =
    await sql<EnrolmentRow>`select ${COLUMNS} from enrolment where candidate_id = ${candidateId} order by saved_at desc`.execute(
      db,
    );
  return rows.map(enrolmentOf);
}

/** An enrolment of this academy, for its staff. */
export async function findEnrolmentOf(db: Database, academy: string, id: EnrolmentId): Promise<Enrolment | null> {
  const { rows } =
    await sql<EnrolmentRow>`select ${COLUMNS} from enrolment where id = ${id} and academy = ${academy}`.execute(db);
  return rows[0] === undefined ? null : enrolmentOf(rows[0]);
}

/** Held until the end of the transaction: two acts on one enrolment queue up. */
export async function lockEnrolment(tx: Tx, id: EnrolmentId): Promise<Enrolment | null> {
  const { rows } = await sql<EnrolmentRow>`select ${COLUMNS} from enrolment where id = ${id} for update`.execute(tx);
  return rows[0] === undefined ? null : enrolmentOf(rows[0]);
}

export async function insertDraft(
  tx: Tx,
  draft: { readonly academy: string; readonly session: string; readonly exam: string; readonly candidateId: string },
): Promise<EnrolmentId> {
  const id = randomUUID();
  await sql`insert into enrolment (id, academy, session, exam, candidate_id, status, working)
    values (${id}, ${draft.academy}, ${draft.session}, ${draft.exam}, ${draft.candidateId}, 'draft', '{}')`.execute(tx);
  return id as EnrolmentId;
}

/** The living enrolment of a person in a session, if there is one. */
export async function findLiving(
  db: Database,
  academy: string,
  session: string,
  exam: string,
  candidateId: string,
): Promise<EnrolmentId | null> {
  const { rows } = await sql<{
    id: string;
  }>`select id from enrolment where academy = ${academy} and session = ${session} and exam = ${exam}
    and candidate_id = ${candidateId} and status in ('draft', 'registered', 'validated')`.execute(db);
  return (rows[0]?.id as EnrolmentId | undefined) ?? null;
}

/** Has this person ever registered? From then on the civil status is changed by an officer, on request. */
export async function hasRegistered(db: Database, candidateId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from enrolment where candidate_id = ${candidateId} and version > 0 limit 1`.execute(db);
  return rows.length > 0;
}

export type StepToSave = {
  readonly enrolment: Enrolment;
  /** The working copy as it becomes; null when it says what is registered, so that nothing is being changed. */
  readonly working: Answers | null;
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
};

/**
 * One statement: written only if nobody wrote since it was read, if it still lives, and if the request began inside the
 * window. Gives the instant of saving, or null when nothing was written.
 */
export async function saveStep(db: Database, act: Act, save: StepToSave): Promise<Temporal.Instant | null> {
  const { enrolment } = save;
  const working = save.working === null ? null : JSON.stringify(save.working);
  const begun = sql`business_now() - make_interval(secs => ${act.elapsed() / 1000})`;
  const { rows } = await sql<{ saved_at: Temporal.Instant }>`
    update enrolment set working = ${working}::jsonb, saved_at = business_now(), row_version = row_version + 1
    where id = ${enrolment.id} and candidate_id = ${enrolment.candidateId} and row_version = ${enrolment.rowVersion}
      and status in ('draft', 'registered', 'validated') and ${begun} >= ${save.opensAt}::timestamptz and ${begun} < ${save.closesAt}::timestamptz
    returning saved_at`.execute(db);
  return rows[0]?.saved_at ?? null;
}

/** When this request began and what time it is, both on the exam's clock. */
export async function readMoment(
  db: Database,
  act: Act,
): Promise<{ readonly begunAt: Temporal.Instant; readonly now: Temporal.Instant }> {
  const { rows } = await sql<{ begun: Temporal.Instant; now: Temporal.Instant }>`
    select business_now() - make_interval(secs => ${act.elapsed() / 1000}) as begun, business_now() as now`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('The database gave no time');
  return { begunAt: row.begun, now: row.now };
}

/**
 * Every enrolment that still counts, whatever its academy, in the order of numbers: for a change of the rules. Without those
 * registered under the rule pack `notUnder` already, unless they stand in `butFor`.
 */
export async function listRunning(
  db: Database,
  notUnder: string,
  butFor: readonly string[],
): Promise<readonly Enrolment[]> {
  const { rows } = await sql<EnrolmentRow>`select ${COLUMNS} from enrolment
    where status in ('draft', 'registered', 'validated') and (id = any(${butFor}::uuid[])
      or not exists (select from enrolment_version v
        where v.enrolment_id = enrolment.id and v.version = enrolment.version and v.rule_pack = ${notUnder}))
    order by number nulls last, saved_at`.execute(db);
  return rows.map(enrolmentOf);
}

/** What enrolments of any state name of the rules, and so must stay in them. */
export type NamedByEnrolments = {
  readonly academies: readonly string[];
  readonly sessions: readonly string[];
  readonly specialities: readonly string[];
};

export async function namedByEnrolments(db: Database): Promise<NamedByEnrolments> {
  const { rows } = await sql<{ academies: string[] | null; sessions: string[] | null; specialities: string[] | null }>`
    select array_agg(distinct academy) as academies, array_agg(distinct session) as sessions,
      array_agg(distinct speciality) filter (where speciality is not null) as specialities from enrolment`.execute(db);
  const [found] = rows;
  return {
    academies: found?.academies ?? [],
    sessions: found?.sessions ?? [],
    specialities: found?.specialities ?? [],
  };
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
  await sql`insert into enrolment_serial (academy, session, sequence) values (${academy}, ${session}, ${sequence}) on conflict do nothing`.execute(
    db,
  );
}

export async function nextSerial(tx: Tx, academy: string, session: string): Promise<number> {
  const { rows } = await sql<{
    serial: number;
  }>`select nextval(sequence) as serial from enrolment_serial where academy = ${academy} and session = ${session}`.execute(
    tx,
  );
  if (rows[0] === undefined) throw new Error(`No series of numbers for ${session}`);
  return rows[0].serial;
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
export async function writeVersion(tx: Tx, registration: Registration): Promise<void> {
  const { enrolment, version } = registration;
  const answers = JSON.stringify(registration.answers);
  await sql`update enrolment set status = 'registered', number = ${registration.number}, version = ${version}, registered = ${answers}::jsonb, working = null,
      speciality = ${registration.speciality}, portfolio = ${registration.portfolio}, form = ${registration.form}, family_name = ${registration.familyName},
      first_registered_at = coalesce(first_registered_at, business_now()), registered_at = business_now(), validated_at = null, reserve = ${registration.reserve},
      saved_at = business_now(), row_version = row_version + 1
    where id = ${enrolment.id}`.execute(tx);
  await sql`insert into enrolment_version (enrolment_id, version, academy, session, answers, rule_pack, begun_at, registered_at)
    values (${enrolment.id}, ${version}, ${enrolment.academy}, ${enrolment.session}, ${answers}::jsonb, ${registration.rulePack}, ${registration.begunAt}::timestamptz, business_now())`.execute(
    tx,
  );
}

/** What was said of one's health, otherwise than before: version, signature and validation stand, they don't bear it. */
export async function writeHealth(
  tx: Tx,
  id: EnrolmentId,
  { registered, working }: { readonly registered: Answers; readonly working: Answers | null },
): Promise<void> {
  await sql`update enrolment set registered = ${JSON.stringify(registered)}::jsonb,
      working = ${working === null ? null : JSON.stringify(working)}::jsonb, row_version = row_version + 1
    where id = ${id}`.execute(tx);
}

/** What was registered by each *Enregistrer*. */
export type KeptVersion = {
  readonly version: number;
  readonly answers: Answers;
  readonly registeredAt: Temporal.Instant;
};

/** The registered versions of an enrolment, the last one first. */
export async function listVersions(
  db: Database,
  enrolment: Pick<Enrolment, 'id' | 'academy' | 'session'>,
): Promise<readonly KeptVersion[]> {
  const { rows } = await sql<{ version: number; answers: Answers; registered_at: Temporal.Instant }>`
    select version, answers, registered_at from enrolment_version
    where enrolment_id = ${enrolment.id} and academy = ${enrolment.academy} and session = ${enrolment.session} order by version desc`.execute(
    db,
  );
  return rows.map(({ registered_at, ...row }) => ({ ...row, registeredAt: registered_at }));
}

/** Answers that no signature covers, otherwise than before: version, signature and validation stand. */
export async function writeUnsigned(
  tx: Tx,
  id: EnrolmentId,
  { registered, working }: { readonly registered: Answers; readonly working: Answers | null },
): Promise<void> {
  await sql`update enrolment set registered = ${JSON.stringify(registered)}::jsonb,
      working = ${working === null ? null : JSON.stringify(working)}::jsonb, row_version = row_version + 1
    where id = ${id}`.execute(tx);
}

/** Files stand with the officer of their speciality: those that new rules give to another one follow. */
export async function writePortfolio(tx: Tx, id: EnrolmentId, portfolio: string): Promise<void> {
  await sql`update enrolment set portfolio = ${portfolio} where id = ${id} and portfolio <> ${portfolio}`.execute(tx);
}

export async function dropWorkingCopy(tx: Tx, id: EnrolmentId): Promise<void> {
  await sql`update enrolment set working = null, row_version = row_version + 1 where id = ${id}`.execute(tx);
}

export async function endEnrolment(
  tx: Tx,
  id: EnrolmentId,
  status: 'withdrawn' | 'set-aside' | 'cancelled' | 'abandoned',
): Promise<void> {
  await sql`update enrolment set status = ${status}, ended_at = business_now(), working = null, row_version = row_version + 1 where id = ${id}`.execute(
    tx,
  );
}

export async function writeSignature(tx: Tx, id: EnrolmentId, version: number | null): Promise<void> {
  await sql`update enrolment set signed_version = ${version}, signed_at = ${version === null ? null : sql`business_now()`}, row_version = row_version + 1 where id = ${id}`.execute(
    tx,
  );
}

export async function writeValidated(tx: Tx, id: EnrolmentId, validated: boolean): Promise<void> {
  await sql`update enrolment set status = ${validated ? 'validated' : 'registered'}, validated_at = ${validated ? sql`business_now()` : null}, row_version = row_version + 1
    where id = ${id}`.execute(tx);
}
