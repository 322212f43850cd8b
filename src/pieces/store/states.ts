import { sql } from 'kysely';
import { columns, text } from '../../platform/database/columns.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { PieceId } from '../piece.ts';

/** A changed enrolment voids its signed sheet: the piece is asked again, its files stay on record as replaced. */
export async function reopenPiece(tx: Tx, enrolmentId: string, code: string): Promise<void> {
  await sql`update deposit set state = 'replaced', ended_at = business_now()
    where state = 'stored' and piece_id in (select id from piece where enrolment_id = ${enrolmentId} and code = ${code})`.execute(
    tx,
  );
  await sql`update piece set status = 'none', comment = null, received_on = null, posted_on = null, returned_on = null, reviewed_at = null, handed_over_at = null, correctable_until = null, awaits_notice = false, row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and code = ${code}`.execute(tx);
}

/** Signed on line: in order by itself, since the candidate's own act and not a decision of the office. */
export async function writeCompliant(tx: Tx, pieceId: PieceId, receivedOn: Temporal.PlainDate): Promise<void> {
  await sql`update piece set status = 'compliant', comment = null, received_on = ${receivedOn}::date, posted_on = null, returned_on = null,
      reviewed_at = business_now(), correctable_until = null, awaits_notice = false, row_version = row_version + 1
    where id = ${pieceId}`.execute(tx);
}

/** The piece becomes *dispensé*; what it was is kept beside. */
export async function markExcused(tx: Tx, enrolmentId: string, code: string, waiver: string): Promise<void> {
  await sql`update piece set status_before = coalesce(status_before, status), status = 'exempted', excused_by = ${waiver}, row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and code = ${code}`.execute(tx);
}

/** The waiver no longer holds: the piece is again what it was. */
export async function markDueAgain(tx: Tx, enrolmentId: string, code: string): Promise<void> {
  await sql`update piece set status = status_before, status_before = null, excused_by = null, row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and code = ${code} and excused_by is not null`.execute(tx);
}

const CODE = columns({ code: text });

/** What is in is handed over; what a waiver may excuse and hasn't come stays open. */
export async function markHandedOver(tx: Tx, enrolmentId: string, group: string): Promise<readonly string[]> {
  const handedOver = await CODE.all(
    tx,
    sql`update piece set handed_over_at = business_now(), row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and piece_group = ${group} and mode = 'online' and handed_over_at is null
      and (status = 'received' or status = 'none' and exists (select from deposit d where d.piece_id = piece.id and d.state = 'stored'))
    returning ${CODE}`,
  );
  return handedOver.map(({ code }) => code);
}
