import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { Verdict } from '../../platform/antivirus.ts';
import type { Database, Tx } from '../../platform/database/database.ts';

/** A file that no antivirus has seen yet. */
export type Unscanned = { readonly id: string; readonly enrolmentId: EnrolmentId; readonly fileKey: string };

type Row = { id: string; enrolment_id: EnrolmentId; file_key: string };
const unscannedOf = ({ id, enrolment_id, file_key }: Row): Unscanned => ({
  id,
  enrolmentId: enrolment_id,
  fileKey: file_key,
});
const WAITS = sql`(scan is null or scan = 'waiting') and erased_at is null`;

/** In the deposit's transaction: nobody of the office opens it until its scan. */
export async function markToScan(tx: Tx, depositId: string): Promise<void> {
  await sql`update deposit set scan = 'waiting' where id = ${depositId}`.execute(tx);
}

export async function findUnscanned(db: Database, depositId: string): Promise<Unscanned | null> {
  const { rows } =
    await sql<Row>`select id, enrolment_id, file_key from deposit where id = ${depositId} and ${WAITS}`.execute(db);
  return rows[0] === undefined ? null : unscannedOf(rows[0]);
}

/** The oldest that wait, after the one with this id. */
export async function listUnscanned(db: Database, after: string | null, limit: number): Promise<readonly Unscanned[]> {
  const { rows } = await sql<Row>`select id, enrolment_id, file_key from deposit
    where ${WAITS} and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`.execute(db);
  return rows.map(unscannedOf);
}

export type Scanned = {
  readonly pieceId: string;
  readonly code: string;
  readonly receipt: string;
  readonly counts: boolean;
};

/** Null when somebody else wrote the verdict first. */
export async function writeVerdict(tx: Tx, depositId: string, verdict: Verdict): Promise<Scanned | null> {
  const finding = verdict.found === 'infected' ? verdict.name : null;
  const { rows } = await sql<Scanned>`update deposit set scan = ${verdict.found}, finding = ${finding}
    from piece where piece.id = deposit.piece_id and deposit.id = ${depositId} and (scan is null or scan = 'waiting')
    returning piece.id as "pieceId", piece.code as code, deposit.receipt as receipt, deposit.state = 'stored' as counts`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** Handed over, it is open again for another file. */
export async function reopenForAnother(tx: Tx, pieceId: string): Promise<void> {
  await sql`update piece set handed_over_at = null, row_version = row_version + 1 where id = ${pieceId}`.execute(tx);
}
