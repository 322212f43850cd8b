import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../../enrolment/index.ts';
import {
  FILE_REFUSALS,
  type FilesOf,
  ledgerOf,
  markErased,
  type ReceivedFile,
  SCANS,
  SENT_TYPES,
  scansOf,
} from '../../../keptFiles/index.ts';
import {
  columns,
  flag,
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
import { DOCUMENT_KINDS } from '../../../platform/documents/documents.ts';
import { isUuid, UUID_PATTERN } from '../../../platform/uuid.ts';
import type { Excuse, ExcuseProof } from '../excuse.ts';

const PROOF = columns({
  id: uuid,
  excuseId: uuid,
  name: text,
  type: oneOf(DOCUMENT_KINDS),
  size: integer,
  sha256: text,
  sentSha256: text,
  sentSize: integer,
  sentType: oneOf(SENT_TYPES),
  fileKey: text,
  receipt: text,
  finishedAt: instant,
  scan: nullable(oneOf(SCANS)),
  finding: nullable(text),
  erasedAt: nullable(instant),
  unread: flag,
  refusal: nullable(oneOf(FILE_REFUSALS)),
});

function proofOf({
  sentSha256,
  sentSize,
  sentType,
  unread,
  scan,
  finding,
  erasedAt,
  ...proof
}: RowOf<typeof PROOF>): ExcuseProof {
  return {
    ...proof,
    sent: { sha256: sentSha256, size: sentSize, type: sentType },
    kept: { unread, scan, finding, erasedAt },
  };
}

async function find(db: Database, which: RawBuilder<unknown>): Promise<readonly ExcuseProof[]> {
  const asked = sql`select ${PROOF} from absence_proof where ${which} order by finished_at, id`;
  return (await PROOF.all(db, asked)).map(proofOf);
}

/** The oldest first, those that could not be read among them; those of excuses that were taken back aren't there. */
export function listProofs(db: Database, excuses: readonly string[]): Promise<readonly ExcuseProof[]> {
  return find(db, sql`excuse_id = any(${excuses}::uuid[]) and removed_at is null`);
}

export async function findProof(
  db: Database,
  excuseId: string,
  proofId: string | undefined,
): Promise<ExcuseProof | null> {
  if (!isUuid(proofId)) return null;
  return (
    (await find(db, sql`id = ${proofId} and excuse_id = ${excuseId} and removed_at is null and refusal is null`))[0] ??
    null
  );
}

export async function insertProof(
  tx: Tx,
  excuse: Excuse,
  file: ReceivedFile & { readonly receipt: string; readonly begunAt: Temporal.Instant },
): Promise<string> {
  const proofId = randomUUID();
  const { id: excuseId, academy, session, enrolmentId } = excuse;
  const { name, type, size, sha256, sent, fileKey, receipt, begunAt } = file;
  await sql`insert into absence_proof (id, academy, session, enrolment_id, excuse_id, name, type, size, sha256, sent_sha256, sent_size,
      sent_type, file_key, receipt, unread, begun_at, finished_at)
    values (${proofId}, ${academy}, ${session}, ${enrolmentId}, ${excuseId}, ${name}, ${type}, ${size}, ${sha256}, ${sent.sha256},
      ${sent.size}, ${sent.type}, ${fileKey}, ${receipt}, ${file.unread !== null}, ${begunAt.toString()}::timestamptz, business_now())`.execute(
    tx,
  );
  return proofId;
}

export async function removeProofs(tx: Tx, excuseId: string): Promise<void> {
  await sql`update absence_proof set removed_at = business_now() where excuse_id = ${excuseId} and removed_at is null`.execute(
    tx,
  );
}

/** Their room in the queue of what is read. */
export const PROOFS_ROOM = 'absence';

export const FILES: FilesOf = {
  table: sql`absence_proof`,
  makes: new RegExp(`^absence/${UUID_PATTERN}/${UUID_PATTERN}$`),
  kept: sql`erased_at is null and not unread`,
};

/** Not taken back. */
export const COUNTS = sql`removed_at is null`;

/** In a folder of their own. */
export const proofLedger = ledgerOf(FILES);

const UNSCANNED = columns({ id: uuid, fileKey: text, enrolmentId: id<EnrolmentId>() });
export type UnscannedProof = RowOf<typeof UNSCANNED>;
export const proofScans = scansOf(FILES, UNSCANNED);

const ENDED = columns({
  id: uuid,
  session: text,
  enrolmentId: id<EnrolmentId>(),
  state: present(oneOf(['stored', 'removed'])),
  endedAt: present(instant),
  fileKey: text,
  receipt: text,
});
export type KeptProof = RowOf<typeof ENDED>;

/** Those whose bytes are still there, after the one with this id. */
export function listKept(db: Database, after: string | null, limit: number): Promise<readonly KeptProof[]> {
  return ENDED.all(
    db,
    sql`select id, session, enrolment_id as "enrolmentId", case when removed_at is null then 'stored' else 'removed' end as state,
      coalesce(removed_at, finished_at) as "endedAt", file_key as "fileKey", receipt
    from absence_proof where ${FILES.kept} and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`,
  );
}

export const markProofErased = (tx: Tx, proofId: string): Promise<boolean> => markErased(FILES, tx, proofId);
