import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { ReceivedFile } from '../../keptFiles/index.ts';
import type { LotTables } from '../../lots/index.ts';
import {
  columns,
  day,
  flag,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { OFFICE_DOCUMENT, type OfficeDocument, RECIPIENT_LIFE } from '../document.ts';

export const DOCUMENTS: LotTables = {
  lots: sql.table('publication'),
  at: sql.ref('drafted_at'),
  recipients: sql.table('publication_recipient'),
  lot: sql.ref('publication_id'),
};

const ROW = columns({
  id: uuid,
  academy: text,
  officerId: uuid,
  title: text,
  todo: text,
  dueOn: nullable(day),
  alone: flag,
  fileKey: text,
  size: integer,
  scan: nullable(oneOf(['waiting', 'clean', 'infected'])),
  finding: nullable(text),
  draftedAt: instant,
  orderedAt: nullable(instant),
  withdrawnAt: nullable(instant),
  withdrawnBy: nullable(uuid),
  reason: nullable(text),
});

/** What may still be published, was, or was withdrawn: a draft that was left is nobody's any more. */
const STANDS = sql`(ordered_at is not null or abandoned_at is null and created_at > now() - make_interval(hours => ${OFFICE_DOCUMENT.draftHours}::int))`;

export async function findDocument(
  db: Database,
  academy: string,
  publicationId: string | undefined,
): Promise<OfficeDocument | null> {
  if (!isUuid(publicationId)) return null;
  return ROW.first(
    db,
    sql`select ${ROW} from publication where id = ${publicationId} and academy = ${academy} and ${STANDS}`,
  );
}

/** Held until the end of the transaction. */
export function lockDocument(tx: Tx, publicationId: string): Promise<OfficeDocument | null> {
  return ROW.first(tx, sql`select ${ROW} from publication where id = ${publicationId} and ${STANDS} for update`);
}

/** For who gives it to one of many: it can't be withdrawn meanwhile. */
export function holdDocument(tx: Tx, publicationId: string): Promise<OfficeDocument | null> {
  return ROW.first(
    tx,
    sql`select ${ROW} from publication where id = ${publicationId} and ordered_at is not null for share`,
  );
}

const SUMMED = columns({ ...ROW.shape, people: integer, given: integer, opened: integer, planned: integer });
export type SummedDocument = RowOf<typeof SUMMED>;

/** The last documents that were published, the newest first. `officerId`: by one officer; null: by all. */
export function listDocuments(
  db: Database,
  academy: string,
  officerId: string | null,
): Promise<readonly SummedDocument[]> {
  return SUMMED.all(
    db,
    sql`select ${ROW.of('p')}, r.people, r.given, r.opened, r.planned from publication p cross join lateral (select count(*) as people,
        count(*) filter (where state = 'given') as given, count(*) filter (where opened_at is not null) as opened,
        count(*) filter (where state = 'planned') as planned
        from publication_recipient where publication_id = p.id) r
      where p.academy = ${academy} and p.ordered_at is not null ${officerId === null ? sql`` : sql`and p.officer_id = ${officerId}`}
      order by p.ordered_at desc, p.id limit 50`,
  );
}

const RECIPIENT = columns({
  enrolmentId: id<EnrolmentId>(),
  state: oneOf(RECIPIENT_LIFE.states),
  openedAt: nullable(instant),
});
export type Recipient = RowOf<typeof RECIPIENT>;

export function listRecipients(db: Database, publicationId: string): Promise<readonly Recipient[]> {
  return RECIPIENT.all(
    db,
    sql`select ${RECIPIENT} from publication_recipient where publication_id = ${publicationId} order by enrolment_id`,
  );
}

export type NewDocument = Pick<OfficeDocument, 'academy' | 'officerId' | 'title' | 'todo' | 'dueOn' | 'alone'>;

/** With whom it is meant for. */
export async function insertDocument(
  tx: Tx,
  { academy, officerId, title, todo, dueOn, alone }: NewDocument,
  { fileKey, size, sha256, sent }: ReceivedFile,
  enrolments: readonly { readonly id: string; readonly session: string }[],
): Promise<string> {
  const publicationId = randomUUID();
  await sql`insert into publication (id, academy, officer_id, title, todo, due_on, alone, file_key, size, sha256, sent_sha256, sent_size)
    values (${publicationId}, ${academy}, ${officerId}, ${title}, ${todo}, ${dueOn === null ? null : dueOn.toString()}::date, ${alone},
      ${fileKey}, ${size}, ${sha256}, ${sent.sha256}, ${sent.size})`.execute(tx);
  await sql`insert into publication_recipient (publication_id, enrolment_id, academy, session)
    select ${publicationId}, enrolment_id, ${academy}, session
    from unnest(${enrolments.map(({ id: one }) => one)}::uuid[], ${enrolments.map(({ session }) => session)}::text[]) of (enrolment_id, session)`.execute(
    tx,
  );
  return publicationId;
}

export async function markOrdered(tx: Tx, publicationId: string): Promise<void> {
  await sql`update publication set ordered_at = business_now() where id = ${publicationId}`.execute(tx);
}

export async function markAbandoned(tx: Tx, publicationId: string): Promise<void> {
  await sql`update publication set abandoned_at = business_now() where id = ${publicationId}`.execute(tx);
}

export async function markWithdrawn(tx: Tx, publicationId: string, by: string, reason: string): Promise<void> {
  await sql`update publication set withdrawn_at = business_now(), withdrawn_by = ${by}, reason = ${reason} where id = ${publicationId}`.execute(
    tx,
  );
}

const HAS = columns({ enrolmentId: id<EnrolmentId>() });

/** Of these, who already has the same file by another publication that stands. */
export async function listHolders(
  db: Database,
  publicationId: string,
  enrolments: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await HAS.all(
    db,
    sql`select distinct r.enrolment_id as "enrolmentId" from publication mine
      join publication p on p.sent_sha256 = mine.sent_sha256 and p.academy = mine.academy and p.id <> mine.id and p.withdrawn_at is null
      join publication_recipient r on r.publication_id = p.id and r.state = 'given'
      where mine.id = ${publicationId} and r.enrolment_id = any(${enrolments}::uuid[])`,
  );
  return new Set(rows.map(({ enrolmentId }) => enrolmentId));
}

/** Who has it and wasn't told yet that it is withdrawn. */
export async function listUntold(db: Database, publicationId: string): Promise<readonly string[]> {
  const rows = await HAS.all(
    db,
    sql`select enrolment_id as "enrolmentId" from publication_recipient where publication_id = ${publicationId} and state = 'given' and withdrawal_told_at is null order by enrolment_id`,
  );
  return rows.map(({ enrolmentId }) => enrolmentId);
}

/** False when they were told already. */
export async function markTold(tx: Tx, publicationId: string, enrolmentId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update publication_recipient set withdrawal_told_at = business_now()
    where publication_id = ${publicationId} and enrolment_id = ${enrolmentId} and state = 'given' and withdrawal_told_at is null`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}
