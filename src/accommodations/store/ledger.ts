import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { Verdict } from '../../platform/antivirus.ts';
import { columns, id, instant, oneOf, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Ledger } from '../../platform/files/ledger.ts';
import { UUID_PATTERN } from '../../platform/uuid.ts';

const NAMED = columns({ fileKey: text });
const KEPT_FILE = columns({ id: uuid, key: text, sha256: text });

/** The documents of health, kept in a folder of their own. */
export function documentLedger(db: Database): Ledger {
  return {
    makes: new RegExp(`^health/${UUID_PATTERN}/${UUID_PATTERN}$`),
    named: async (keys) => {
      const asked = sql`select ${NAMED} from accommodation_document where file_key = any (${keys}::text[]) and erased_at is null`;
      return new Set((await NAMED.all(db, asked)).map(({ fileKey }) => fileKey));
    },
    due: (limit) =>
      KEPT_FILE.all(
        db,
        sql`select id, file_key as key, sha256 from accommodation_document
        where erased_at is null and (checked_at is null or checked_at < now() - interval '12 hours')
        order by checked_at nulls first, id limit ${limit}`,
      ),
    checked: async (documentId, fault) => {
      await sql`update accommodation_document set checked_at = now(), fault = ${fault} where id = ${documentId}`.execute(
        db,
      );
    },
  };
}

const UNSCANNED = columns({ id: uuid, fileKey: text, enrolmentId: id<EnrolmentId>() });
export type Unscanned = RowOf<typeof UNSCANNED>;
const SCANNED = columns({ state: oneOf(['stored', 'removed']) });
const WAITS = sql`(scan is null or scan = 'waiting') and erased_at is null`;

export async function markToScan(tx: Tx, documentId: string): Promise<void> {
  await tx.updateTable('accommodation_document').set({ scan: 'waiting' }).where('id', '=', documentId).execute();
}

export function findUnscanned(db: Database, documentId: string): Promise<Unscanned | null> {
  return UNSCANNED.first(
    db,
    sql`select id, file_key as "fileKey", enrolment_id as "enrolmentId" from accommodation_document where id = ${documentId} and ${WAITS}`,
  );
}

export function listUnscanned(db: Database, after: string | null, limit: number): Promise<readonly Unscanned[]> {
  return UNSCANNED.all(
    db,
    sql`select id, file_key as "fileKey", enrolment_id as "enrolmentId" from accommodation_document
    where ${WAITS} and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`,
  );
}

/** Whether the file still counts for its candidate; null when it was scanned already. */
export async function writeVerdict(tx: Tx, documentId: string, verdict: Verdict): Promise<'stored' | 'removed' | null> {
  const finding = verdict.found === 'infected' ? verdict.name : null;
  const asked = sql`update accommodation_document set scan = ${verdict.found}, finding = ${finding}
    where id = ${documentId} and (scan is null or scan = 'waiting') returning state`;
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
export type Kept = RowOf<typeof ENDED>;

/** Those whose bytes are still there, after the one with this id. */
export function listKept(
  db: Database,
  before: Temporal.Instant,
  after: string | null,
  limit: number,
): Promise<readonly Kept[]> {
  return ENDED.all(
    db,
    sql`select id, session, enrolment_id as "enrolmentId", state, coalesce(ended_at, finished_at) as "endedAt", file_key as "fileKey", receipt
    from accommodation_document
    where erased_at is null and coalesce(ended_at, finished_at) < ${before} and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${limit}`,
  );
}

/** False when it is marked already. */
export async function markErased(tx: Tx, documentId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update accommodation_document set erased_at = business_now()
    where id = ${documentId} and erased_at is null`.execute(tx);
  return numAffectedRows === 1n;
}
