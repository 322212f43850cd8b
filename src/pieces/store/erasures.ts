import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Deposit, PieceId } from '../piece.ts';

/** A file that no longer counts, and whose bytes are still there. */
export type Ended = {
  readonly id: string;
  readonly session: string;
  readonly enrolmentId: EnrolmentId;
  readonly pieceId: PieceId;
  readonly code: string;
  readonly confidential: boolean;
  readonly state: Deposit['state'];
  readonly endedAt: Temporal.Instant;
  readonly fileKey: string;
  readonly receipt: string;
};

/** Those that ended before an instant, after the one with this id. */
export async function listEnded(
  db: Database,
  before: Temporal.Instant,
  after: string | null,
  limit: number,
): Promise<readonly Ended[]> {
  const { rows } =
    await sql<Ended>`select d.id, d.session, d.enrolment_id as "enrolmentId", p.id as "pieceId", p.code, p.confidential,
      d.state, coalesce(d.ended_at, d.finished_at) as "endedAt", d.file_key as "fileKey", d.receipt
    from deposit d join piece p on p.id = d.piece_id
    where d.state <> 'stored' and d.erased_at is null and coalesce(d.ended_at, d.finished_at) < ${before}
      and (${after}::uuid is null or d.id > ${after}::uuid)
    order by d.id limit ${limit}`.execute(db);
  return rows;
}

/** False when it counts again, or is marked already. */
export async function markErased(tx: Tx, depositId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update deposit set erased_at = business_now()
    where id = ${depositId} and state <> 'stored' and erased_at is null`.execute(tx);
  return numAffectedRows === 1n;
}
