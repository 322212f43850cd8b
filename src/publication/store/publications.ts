import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Approval } from '../../accounts/index.ts';
import type { AcademySession } from '../../catalogue/index.ts';
import type { Decided, DecisionAuthor } from '../../decisions/index.ts';
import {
  columns,
  flag,
  instant,
  integer,
  json,
  nullable,
  present,
  text,
  texts,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { MOST, type ResultPublication } from '../publication.ts';

const PUBLICATION = columns({
  id: uuid,
  academy: text,
  session: text,
  number: integer,
  specialities: texts,
  unchanged: integer,
  withoutVerdict: integer,
  sha256: text,
  preparedBy: uuid,
  preparedAt: instant,
  announcedAt: nullable(instant),
  proposedBy: nullable(uuid),
  approvedBy: nullable(uuid),
  approvedAt: nullable(instant),
  cancelledAt: nullable(instant),
  suspendedAt: nullable(instant),
  suspendedWords: nullable(text),
  rowVersion: integer,
});
const READ = columns({ ...PUBLICATION.shape, reached: present(flag), author: nullable(json<DecisionAuthor>()) });

/** What follows `from result_publication where`. */
const select = (which: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select ${PUBLICATION}, coalesce(announced_at <= business_now(), false) as reached,
    (select a.author from decision_author a where a.id = result_publication.decision_id) as author
  from result_publication where ${which}`;

/** Of a session, the last first. */
export function listPublications(
  db: Database,
  { academy, session }: AcademySession,
): Promise<readonly ResultPublication[]> {
  return READ.all(
    db,
    select(sql`academy = ${academy} and session = ${session} order by number desc limit ${MOST.publications}`),
  );
}

export async function findPublication(
  db: Database,
  academy: string,
  id: string | undefined,
): Promise<ResultPublication | null> {
  return isUuid(id) ? READ.first(db, select(sql`id = ${id} and academy = ${academy}`)) : null;
}

/** Held until the end of the transaction: whoever tells of it waits, and whoever stops it. */
export async function lockPublication(
  tx: Tx,
  academy: string,
  id: string | undefined,
): Promise<ResultPublication | null> {
  return isUuid(id) ? READ.first(tx, select(sql`id = ${id} and academy = ${academy} for update`)) : null;
}

/** For who tells one candidate of many: it can't be suspended meanwhile. Null: it isn't there to be told. */
export function holdReached(tx: Tx, id: string): Promise<ResultPublication | null> {
  return READ.first(
    tx,
    select(sql`id = ${id} and approved_at is not null and cancelled_at is null and suspended_at is null
      and announced_at <= business_now() for share`),
  );
}

/** Publications are prepared one after the other. */
export async function lockSession(tx: Tx, { academy, session }: AcademySession): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('results ' || ${academy}::text || ' ' || ${session}::text, 0))`.execute(
    tx,
  );
}

const NEXT = columns({ number: integer });

/** Its number, in the session. */
export async function insertPublication(
  tx: Tx,
  publication: Pick<
    ResultPublication,
    'academy' | 'session' | 'specialities' | 'unchanged' | 'withoutVerdict' | 'sha256' | 'preparedBy'
  >,
): Promise<{ readonly id: string; readonly number: number }> {
  const { academy, session, specialities, unchanged, withoutVerdict, sha256, preparedBy } = publication;
  const { number } = await NEXT.one(
    tx,
    sql`select coalesce(max(number), 0) + 1 as number from result_publication where academy = ${academy} and session = ${session}`,
  );
  const id = randomUUID();
  await sql`insert into result_publication (id, academy, session, number, specialities, unchanged, without_verdict, sha256, prepared_by)
    values (${id}, ${academy}, ${session}, ${number}, ${specialities}::text[], ${unchanged}, ${withoutVerdict}, ${sha256}, ${preparedBy})`.execute(
    tx,
  );
  return { id, number };
}

export async function writeProposal(tx: Tx, id: string, by: string, announcedAt: Temporal.Instant): Promise<void> {
  await sql`update result_publication set announced_at = ${announcedAt}, proposed_by = ${by}, proposed_at = business_now(),
    row_version = row_version + 1 where id = ${id}`.execute(tx);
}

export async function writeApproval(tx: Tx, decided: Decided, id: string, approval: Approval): Promise<void> {
  await sql`update result_publication set approved_by = ${approval.by}, approved_at = business_now(), decision_id = ${decided.id},
    row_version = row_version + 1 where id = ${id}`.execute(tx);
}

export async function writeCancelling(tx: Tx, id: string, by: string): Promise<void> {
  await sql`update result_publication set cancelled_by = ${by}, cancelled_at = business_now(), row_version = row_version + 1
    where id = ${id}`.execute(tx);
}

export async function writeSuspension(tx: Tx, id: string, by: string, words: string): Promise<void> {
  await sql`update result_publication set suspended_by = ${by}, suspended_at = business_now(), suspended_words = ${words},
    row_version = row_version + 1 where id = ${id}`.execute(tx);
}

export async function writeResumption(tx: Tx, id: string): Promise<void> {
  await sql`update result_publication set suspended_by = null, suspended_at = null, suspended_words = null,
    row_version = row_version + 1 where id = ${id}`.execute(tx);
}

const AHEAD = columns({ announcedAt: present(instant) });

/** When results of this speciality come, if that is decided and hasn't come: nothing of a result is asked. */
export async function nextAnnounced(
  db: Database,
  { academy, session }: AcademySession,
  speciality: string,
): Promise<Temporal.Instant | null> {
  const next = await AHEAD.first(
    db,
    sql`select min(announced_at) as "announcedAt" from result_publication
    where academy = ${academy} and session = ${session} and approved_at is not null and cancelled_at is null
      and announced_at > business_now() and ${speciality} = any(specialities) having min(announced_at) is not null`,
  );
  return next?.announcedAt ?? null;
}
