import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../../enrolment/index.ts';
import { type ReceivedFile, SENT_TYPES } from '../../../pieces/index.ts';
import type { Verdict } from '../../../platform/antivirus.ts';
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
import { DOCUMENT_KINDS } from '../../../platform/documents/documents.ts';
import type { Ledger } from '../../../platform/files/ledger.ts';
import { isUuid, UUID_PATTERN } from '../../../platform/uuid.ts';
import type { Excuse, Proof } from '../excuse.ts';

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
  scan: nullable(oneOf(['waiting', 'clean', 'infected'])),
  finding: nullable(text),
  erasedAt: nullable(instant),
});

function proofOf({ sentSha256, sentSize, sentType, scan, finding, erasedAt, ...proof }: RowOf<typeof PROOF>): Proof {
  return {
    ...proof,
    sent: { sha256: sentSha256, size: sentSize, type: sentType },
    kept: { scan, finding, erasedAt },
  };
}

async function find(db: Database, which: RawBuilder<unknown>): Promise<readonly Proof[]> {
  const asked = sql`select ${PROOF} from absence_proof where ${which} order by finished_at, id`;
  return (await PROOF.all(db, asked)).map(proofOf);
}

/** The oldest first; those of excuses that were taken back aren't there. */
export function listProofs(db: Database, excuses: readonly string[]): Promise<readonly Proof[]> {
  return find(db, sql`excuse_id = any(${excuses}::uuid[]) and removed_at is null`);
}

export async function findProof(db: Database, excuseId: string, proofId: string | undefined): Promise<Proof | null> {
  if (!isUuid(proofId)) return null;
  return (await find(db, sql`id = ${proofId} and excuse_id = ${excuseId} and removed_at is null`))[0] ?? null;
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
      sent_type, file_key, receipt, begun_at, finished_at)
    values (${proofId}, ${academy}, ${session}, ${enrolmentId}, ${excuseId}, ${name}, ${type}, ${size}, ${sha256}, ${sent.sha256},
      ${sent.size}, ${sent.type}, ${fileKey}, ${receipt}, ${begunAt.toString()}::timestamptz, business_now())`.execute(
    tx,
  );
  return proofId;
}

export async function removeProofs(tx: Tx, excuseId: string): Promise<void> {
  await sql`update absence_proof set removed_at = business_now() where excuse_id = ${excuseId} and removed_at is null`.execute(
    tx,
  );
}

const NAMED = columns({ fileKey: text });
const KEPT_FILE = columns({ id: uuid, key: text, sha256: text });

/** In a folder of their own. */
export function proofLedger(db: Database): Ledger {
  return {
    makes: new RegExp(`^absence/${UUID_PATTERN}/${UUID_PATTERN}$`),
    named: async (keys) => {
      const asked = sql`select ${NAMED} from absence_proof where file_key = any (${keys}::text[]) and erased_at is null`;
      return new Set((await NAMED.all(db, asked)).map(({ fileKey }) => fileKey));
    },
    due: (limit) =>
      KEPT_FILE.all(
        db,
        sql`select id, file_key as key, sha256 from absence_proof
        where erased_at is null and (checked_at is null or checked_at < now() - interval '12 hours')
        order by checked_at nulls first, id limit ${limit}`,
      ),
    checked: async (proofId, fault) => {
      await sql`update absence_proof set checked_at = now(), fault = ${fault} where id = ${proofId}`.execute(db);
    },
  };
}

const UNSCANNED = columns({ id: uuid, fileKey: text, enrolmentId: id<EnrolmentId>() });
export type Unscanned = RowOf<typeof UNSCANNED>;
const WAITS = sql`(scan is null or scan = 'waiting') and erased_at is null`;

export async function markToScan(tx: Tx, proofId: string): Promise<void> {
  await sql`update absence_proof set scan = 'waiting' where id = ${proofId}`.execute(tx);
}

export function findUnscanned(db: Database, proofId: string): Promise<Unscanned | null> {
  return UNSCANNED.first(db, sql`select ${UNSCANNED} from absence_proof where id = ${proofId} and ${WAITS}`);
}

export function listUnscanned(db: Database, after: string | null, limit: number): Promise<readonly Unscanned[]> {
  return UNSCANNED.all(
    db,
    sql`select ${UNSCANNED} from absence_proof
    where ${WAITS} and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`,
  );
}

/** False when it was scanned already. */
export async function writeVerdict(tx: Tx, proofId: string, verdict: Verdict): Promise<boolean> {
  const finding = verdict.found === 'infected' ? verdict.name : null;
  const { numAffectedRows } = await sql`update absence_proof set scan = ${verdict.found}, finding = ${finding}
    where id = ${proofId} and (scan is null or scan = 'waiting')`.execute(tx);
  return numAffectedRows === 1n;
}

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
    from absence_proof where erased_at is null and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`,
  );
}

/** False when it is marked already. */
export async function markErased(tx: Tx, proofId: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update absence_proof set erased_at = business_now() where id = ${proofId} and erased_at is null`.execute(
      tx,
    );
  return numAffectedRows === 1n;
}
