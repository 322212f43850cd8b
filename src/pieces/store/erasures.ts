import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, flag, id, instant, oneOf, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { DEPOSIT_LIFE, type PieceId } from '../piece.ts';

const ENDED = columns({
  id: uuid,
  session: text,
  enrolmentId: id<EnrolmentId>(),
  pieceId: id<PieceId>(),
  code: text,
  confidential: flag,
  state: oneOf(DEPOSIT_LIFE.states),
  endedAt: instant,
  fileKey: text,
  receipt: text,
});
/** A file that no longer counts, and whose bytes are still there. */
export type Ended = RowOf<typeof ENDED>;

/** Those that ended before an instant, after the one with this id. */
export function listEnded(
  db: Database,
  before: Temporal.Instant,
  after: string | null,
  limit: number,
): Promise<readonly Ended[]> {
  return ENDED.all(
    db,
    sql`select d.id, d.session, d.enrolment_id as "enrolmentId", p.id as "pieceId", p.code, p.confidential,
      d.state, coalesce(d.ended_at, d.finished_at) as "endedAt", d.file_key as "fileKey", d.receipt
    from deposit d join piece p on p.id = d.piece_id
    where d.state in ('removed', 'replaced') and not d.unread and d.erased_at is null and coalesce(d.ended_at, d.finished_at) < ${before}
      and (${after}::uuid is null or d.id > ${after}::uuid)
    order by d.id limit ${limit}`,
  );
}

/** False when it counts again, or is marked already. */
export async function markErased(tx: Tx, depositId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update deposit set erased_at = business_now()
    where id = ${depositId} and state <> 'stored' and erased_at is null`.execute(tx);
  return numAffectedRows === 1n;
}
