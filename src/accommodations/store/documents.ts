import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { FILE_REFUSALS, LARGEST_FILE, type ReceivedFile, SENT_TYPES } from '../../keptFiles/index.ts';
import {
  columns,
  flag,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { DOCUMENT_KINDS } from '../../platform/documents/documents.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { HealthDocument, Request } from '../request.ts';

/** Their room in the queue of what is read. */
export const DOCUMENTS_ROOM = 'health';

const TYPE = oneOf(DOCUMENT_KINDS);
const DOCUMENT = columns({
  id: uuid,
  caseId: uuid,
  state: oneOf(['stored', 'removed']),
  kind: text,
  name: text,
  type: TYPE,
  size: integer,
  sha256: text,
  sentSha256: text,
  sentSize: integer,
  sentType: oneOf(SENT_TYPES),
  fileKey: text,
  receipt: text,
  finishedAt: instant,
  scan: nullable(oneOf(['waiting', 'clean', 'infected'])),
  finding: nullable(text),
  erasedAt: nullable(instant),
  unread: flag,
  refusal: nullable(oneOf(FILE_REFUSALS)),
});

function documentOf(row: RowOf<typeof DOCUMENT>): HealthDocument {
  const { caseId: requestId, sentSha256, sentSize, sentType, unread, scan, finding, erasedAt, ...document } = row;
  const sent = { sha256: sentSha256, size: sentSize, type: sentType };
  return { ...document, requestId, sent, kept: { unread, scan, finding, erasedAt } };
}

async function list(db: Database, which: RawBuilder<unknown>): Promise<readonly HealthDocument[]> {
  const asked = sql`select ${DOCUMENT} from accommodation_document where ${which} order by finished_at, id`;
  return (await DOCUMENT.all(db, asked)).map(documentOf);
}

/** Those that count, and those that could not be read, the oldest first. */
export function listDocuments(db: Database, requestId: string): Promise<readonly HealthDocument[]> {
  return list(db, sql`case_id = ${requestId} and state = 'stored'`);
}

/** One of this request, that counts; any other doesn't exist. */
export async function findDocument(
  db: Database,
  requestId: string,
  documentId: string | undefined,
): Promise<HealthDocument | null> {
  if (!isUuid(documentId)) return null;
  return (
    (await list(db, sql`id = ${documentId} and case_id = ${requestId} and state = 'stored' and refusal is null`))[0] ??
    null
  );
}

const USAGE = columns({ stored: integer, removed: integer, bytes: integer });

/** What an enrolment's requests hold, those taken back included. */
export function readUsage(tx: Tx, enrolmentId: string): Promise<RowOf<typeof USAGE>> {
  return USAGE.one(
    tx,
    sql`select count(*) filter (where state = 'stored') as stored, count(*) filter (where state = 'removed') as removed,
      coalesce(sum(least(size, ${LARGEST_FILE})) filter (where state = 'stored'), 0)::bigint as bytes
    from accommodation_document where enrolment_id = ${enrolmentId} and erased_at is null`,
  );
}

export type NewDocument = ReceivedFile & {
  readonly kind: string;
  readonly receipt: string;
  readonly begunAt: Temporal.Instant;
};

export async function insertDocument(tx: Tx, request: Request, document: NewDocument): Promise<string> {
  const documentId = randomUUID();
  await tx
    .insertInto('accommodation_document')
    .values({
      id: documentId,
      academy: request.academy,
      session: request.session,
      case_id: request.id,
      enrolment_id: request.enrolmentId,
      state: 'stored',
      kind: document.kind,
      name: document.name,
      type: document.type,
      size: document.size,
      sha256: document.sha256,
      sent_sha256: document.sent.sha256,
      sent_size: document.sent.size,
      sent_type: document.sent.type,
      file_key: document.fileKey,
      receipt: document.receipt,
      unread: document.unread !== null,
      begun_at: document.begunAt,
      finished_at: sql`business_now()`,
    })
    .execute();
  return documentId;
}

export async function markRemoved(tx: Tx, documentId: string): Promise<void> {
  await sql`update accommodation_document set state = 'removed', ended_at = business_now() where id = ${documentId} and state = 'stored'`.execute(
    tx,
  );
}

/** A request taken back takes its documents with it. */
export async function markAllRemoved(tx: Tx, requestId: string): Promise<void> {
  await sql`update accommodation_document set state = 'removed', ended_at = business_now() where case_id = ${requestId} and state = 'stored'`.execute(
    tx,
  );
}
