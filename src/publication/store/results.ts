import { sql } from 'kysely';
import { PERSON_NAMES } from '../../accounts/index.ts';
import type { AcademySession } from '../../catalogue/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import {
  columns,
  id,
  instant,
  integer,
  json,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { canonicalJson } from '../../platform/journal.ts';
import type { Json } from '../../platform/keys.ts';
import { DECISIONS, MOST, type PublishedResult, type Result } from '../publication.ts';

/** The only file that reads what is published (a test looks): whoever isn't the office has the view, whose clock is the database's. */

const VISIBLE = columns({
  publicationId: present(uuid),
  number: present(integer),
  announcedAt: present(instant),
  result: present(json<Result>()),
  changeReason: nullable(text),
});
export type VisibleResult = RowOf<typeof VISIBLE>;

/** What the candidate of this enrolment may read at this instant; null: nothing. */
export function findVisible(db: Database, enrolmentId: EnrolmentId): Promise<VisibleResult | null> {
  return VISIBLE.first(
    db,
    sql`select publication_id as "publicationId", number, announced_at as "announcedAt", result, change_reason as "changeReason"
    from visible_result where enrolment_id = ${enrolmentId}`,
  );
}

const SUSPENDED = columns({ words: present(text) });

/** What is said in the place of a result that was suspended; null: none is. */
export async function findSuspension(db: Database, enrolmentId: EnrolmentId): Promise<string | null> {
  const found = await SUSPENDED.first(
    db,
    sql`select p.suspended_words as words from reached_publication p join published_result r on r.publication_id = p.id
    where r.enrolment_id = ${enrolmentId} and p.suspended_words is not null and not exists (
      select from published_result later join reached_publication q on q.id = later.publication_id
      where later.enrolment_id = r.enrolment_id and q.number > p.number)`,
  );
  return found?.words ?? null;
}

const ENROLMENT = columns({ enrolmentId: present(id<EnrolmentId>()) });

/** Whose last word this publication is, once it was reached: those whom its suspension concerns. */
export async function concernedBy(tx: Tx, publicationId: string): Promise<readonly EnrolmentId[]> {
  const rows = await ENROLMENT.all(
    tx,
    sql`select r.enrolment_id as "enrolmentId" from published_result r join reached_publication p on p.id = r.publication_id
    where p.id = ${publicationId} and not exists (
      select from published_result later join reached_publication q on q.id = later.publication_id
      where later.enrolment_id = r.enrolment_id and q.number > p.number)`,
  );
  return rows.map(({ enrolmentId }) => enrolmentId);
}

const ADMITTED = columns({
  enrolmentId: present(id<EnrolmentId>()),
  speciality: present(text),
  ...PERSON_NAMES.shape,
});
export type AdmittedPerson = RowOf<typeof ADMITTED>;

/** The admitted of a session whose result may be read and who agree, at this moment, to be named on line; from a rank on. */
export function listAdmitted(
  db: Database,
  { academy, session }: AcademySession,
  speciality: string | null,
  from: number,
): Promise<readonly AdmittedPerson[]> {
  return ADMITTED.all(
    db,
    sql`select v.enrolment_id as "enrolmentId", v.speciality, ${PERSON_NAMES.of('c')}
    from visible_result v join result_consent r on r.enrolment_id = v.enrolment_id and r.online
      join enrolment_file e on e.id = v.enrolment_id join candidate_identity c on c.account_id = e.candidate_id
    where v.academy = ${academy} and v.session = ${session} and v.decision = 'ADMITTED'
      and (${speciality}::text is null or v.speciality = ${speciality}::text)
    order by v.speciality, c.birth_name, c.first_names, v.enrolment_id offset ${from} limit ${MOST.names + 1}`,
  );
}

/** The same for the press: who agrees, at this moment, to be named to it, whole sessions at once. */
export function listForPress(db: Database, { academy, session }: AcademySession): Promise<readonly AdmittedPerson[]> {
  return ADMITTED.all(
    db,
    sql`select v.enrolment_id as "enrolmentId", v.speciality, ${PERSON_NAMES.of('c')}
    from visible_result v join result_consent r on r.enrolment_id = v.enrolment_id and r.press
      join enrolment_file e on e.id = v.enrolment_id join candidate_identity c on c.account_id = e.candidate_id
    where v.academy = ${academy} and v.session = ${session} and v.decision = 'ADMITTED'
    order by v.speciality, c.birth_name, c.first_names, v.enrolment_id limit ${MOST.press}`,
  );
}

/** Of these, those whom the result that may be read at this instant admits. */
export async function admittedAmong(db: Database, ids: readonly EnrolmentId[]): Promise<ReadonlySet<EnrolmentId>> {
  const rows = await ENROLMENT.all(
    db,
    sql`select enrolment_id as "enrolmentId" from visible_result
    where enrolment_id = any(${ids}::uuid[]) and decision = 'ADMITTED'`,
  );
  return new Set(rows.map(({ enrolmentId }) => enrolmentId));
}

export type NewResult = Pick<PublishedResult, 'enrolmentId' | 'result' | 'sha256' | 'changeReason'>;
const INSERTED_AT_ONCE = 500;

export async function insertResults(
  tx: Tx,
  publication: AcademySession & { readonly id: string },
  results: readonly NewResult[],
): Promise<void> {
  const { id: publicationId, academy, session } = publication;
  for (let from = 0; from < results.length; from += INSERTED_AT_ONCE) {
    const some = results.slice(from, from + INSERTED_AT_ONCE);
    await sql`insert into published_result (publication_id, enrolment_id, academy, session, speciality, decision, result, sha256, change_reason)
      select ${publicationId}, n.enrolment_id, ${academy}, ${session}, n.result->>'speciality', n.result->>'decision', n.result, n.sha256, n.reason
      from unnest(${some.map(({ enrolmentId }) => enrolmentId)}::uuid[], ${some.map(({ result }) => canonicalJson(result as Json))}::jsonb[],
        ${some.map(({ sha256 }) => sha256)}::text[], ${some.map(({ changeReason }) => changeReason)}::text[])
        as n (enrolment_id, result, sha256, reason)`.execute(tx);
  }
}

const PUBLISHED = columns({
  enrolmentId: id<EnrolmentId>(),
  result: json<Result>(),
  sha256: text,
  changeReason: nullable(text),
});
export type OfficeResult = NewResult;

/** Those that change what was published. */
export function listChanged(db: Database, academy: string, publicationId: string): Promise<readonly OfficeResult[]> {
  return PUBLISHED.all(
    db,
    sql`select ${PUBLISHED} from published_result where publication_id = ${publicationId} and academy = ${academy}
      and change_reason is not null order by speciality, result->>'number', enrolment_id`,
  );
}

/** Some of them at chance, always the same of one publication. */
export function sampleOf(db: Database, academy: string, publicationId: string): Promise<readonly OfficeResult[]> {
  return PUBLISHED.all(
    db,
    sql`select ${PUBLISHED} from published_result where publication_id = ${publicationId} and academy = ${academy}
    order by md5(publication_id::text || enrolment_id::text) limit ${MOST.sample}`,
  );
}

const COUNTED = columns({ speciality: text, decision: oneOf(DECISIONS), count: integer });
export type CountedResult = RowOf<typeof COUNTED>;

export function countResults(db: Database, academy: string, publicationId: string): Promise<readonly CountedResult[]> {
  return COUNTED.all(
    db,
    sql`select speciality, decision, count(*) from published_result where publication_id = ${publicationId} and academy = ${academy}
    group by speciality, decision order by speciality, decision`,
  );
}

const FORMER = columns({ enrolmentId: id<EnrolmentId>(), result: json<Result>(), sha256: text, number: integer });
export type FormerResult = Pick<NewResult, 'enrolmentId' | 'result' | 'sha256'> & { readonly number: number };

/** What the approved publications of a session say last of each candidate, its second come or not; before one of a number. */
export function listFormer(
  db: Database,
  { academy, session }: AcademySession,
  beforeNumber: number | null,
): Promise<readonly FormerResult[]> {
  return FORMER.all(
    db,
    sql`select distinct on (r.enrolment_id) r.enrolment_id as "enrolmentId", r.result, r.sha256, p.number
    from published_result r join result_publication p on p.id = r.publication_id
    where p.academy = ${academy} and p.session = ${session} and p.approved_at is not null and p.cancelled_at is null
      and (${beforeNumber}::int is null or p.number < ${beforeNumber}::int)
    order by r.enrolment_id, p.number desc`,
  );
}

/** Who isn't told yet, some at a time. */
export async function listUntold(db: Database, publicationId: string, most: number): Promise<readonly EnrolmentId[]> {
  const rows = await ENROLMENT.all(
    db,
    sql`select enrolment_id as "enrolmentId" from published_result where publication_id = ${publicationId} and told_at is null
    order by enrolment_id limit ${most}`,
  );
  return rows.map(({ enrolmentId }) => enrolmentId);
}

const TOLD = columns({ count: integer, told: integer });

export function countTold(
  db: Database,
  publicationId: string,
): Promise<{ readonly count: number; readonly told: number }> {
  return TOLD.one(
    db,
    sql`select count(*), count(told_at) as told from published_result where publication_id = ${publicationId}`,
  );
}

/** False when they were told already: a second run does nothing. The caller holds the enrolment. */
export async function markTold(tx: Tx, publicationId: string, enrolmentId: EnrolmentId): Promise<boolean> {
  const { numAffectedRows } = await sql`update published_result set told_at = business_now()
    where publication_id = ${publicationId} and enrolment_id = ${enrolmentId} and told_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** The result of one publication for one candidate: the job's, after it holds the publication. */
export function findOf(db: Database, publicationId: string, enrolmentId: EnrolmentId): Promise<OfficeResult | null> {
  return PUBLISHED.first(
    db,
    sql`select ${PUBLISHED} from published_result where publication_id = ${publicationId} and enrolment_id = ${enrolmentId}`,
  );
}

/** What the publication before said of this candidate, for the words of what changed. */
export async function findBefore(db: Database, enrolmentId: EnrolmentId, beforeNumber: number): Promise<Result | null> {
  const row = await columns({ result: json<Result>() }).first(
    db,
    sql`select r.result from published_result r join reached_publication p on p.id = r.publication_id
    where r.enrolment_id = ${enrolmentId} and p.number < ${beforeNumber}::int order by p.number desc limit 1`,
  );
  return row?.result ?? null;
}

const DUE = columns({ id: uuid });

/** Those that were reached and whose candidates aren't all told: found by asking. */
export async function listDue(db: Database): Promise<readonly string[]> {
  const due = await DUE.all(
    db,
    sql`select p.id from reached_publication p where p.suspended_at is null
      and exists (select from published_result r where r.publication_id = p.id and r.told_at is null) order by p.announced_at`,
  );
  return due.map(({ id }) => id);
}
