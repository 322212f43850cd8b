import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { type FilesOf, ledgerOf, markErased, maySay, scansOf } from '../../keptFiles/index.ts';
import type { ScanVerdict } from '../../platform/antivirus.ts';
import { columns, id, instant, oneOf, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { UUID_PATTERN } from '../../platform/uuid.ts';

export const FILES: FilesOf = {
  table: sql`accommodation_document`,
  makes: new RegExp(`^health/${UUID_PATTERN}/${UUID_PATTERN}$`),
  kept: sql`erased_at is null and not unread`,
};

/** Not taken back. */
export const COUNTS = sql`state = 'stored'`;

/** The documents of health, kept in a folder of their own. */
export const documentLedger = ledgerOf(FILES);

const UNSCANNED = columns({ id: uuid, fileKey: text, enrolmentId: id<EnrolmentId>() });
export type UnscannedDocument = RowOf<typeof UNSCANNED>;
export const documentScans = scansOf(FILES, UNSCANNED);
const SCANNED = columns({ state: oneOf(['stored', 'removed']) });

/** Whether the file still counts for its candidate; null when it was scanned already. */
export async function writeVerdict(
  tx: Tx,
  documentId: string,
  verdict: ScanVerdict,
): Promise<'stored' | 'removed' | null> {
  const finding = verdict.found === 'infected' ? verdict.name : null;
  const asked = sql`update accommodation_document set scan = ${verdict.found}, finding = ${finding}
    where id = ${documentId} and ${maySay(verdict)} returning state`;
  return (await SCANNED.first(tx, asked))?.state ?? null;
}

const ENDED = columns({
  id: uuid,
  session: text,
  enrolmentId: id<EnrolmentId>(),
  state: oneOf(['stored', 'removed']),
  endedAt: instant,
  fileKey: text,
  receipt: text,
});
export type EndedRequest = RowOf<typeof ENDED>;

/** Those whose bytes are still there, after the one with this id. */
export function listKept(
  db: Database,
  before: Temporal.Instant,
  after: string | null,
  limit: number,
): Promise<readonly EndedRequest[]> {
  return ENDED.all(
    db,
    sql`select id, session, enrolment_id as "enrolmentId", state, coalesce(ended_at, finished_at) as "endedAt", file_key as "fileKey", receipt
    from accommodation_document
    where ${FILES.kept} and coalesce(ended_at, finished_at) < ${before} and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${limit}`,
  );
}

export const markDocumentErased = (tx: Tx, documentId: string): Promise<boolean> => markErased(FILES, tx, documentId);
