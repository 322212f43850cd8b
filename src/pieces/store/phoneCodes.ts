import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, flag, id, instant, nullable, oneOf, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { CODE_LIVES, ENDINGS, type PhoneCode, type PhoneCodeId } from '../phoneCode.ts';
import type { Piece, PieceId } from '../piece.ts';

const CODE = columns({
  id: id<PhoneCodeId>(),
  session: text,
  enrolmentId: id<EnrolmentId>(),
  candidateId: text,
  pieceId: id<PieceId>(),
  code: text,
  confidential: flag,
  endsAt: instant,
  openedAt: nullable(instant),
  phone: nullable(text),
  holds: flag,
  endedWhy: nullable(oneOf(ENDINGS)),
  receipt: nullable(text),
  finishedAt: nullable(instant),
  unread: flag,
  unreadable: flag,
});

function codeOf({ finishedAt, unread, unreadable, ...code }: RowOf<typeof CODE>): PhoneCode {
  return { ...code, given: finishedAt === null ? null : { finishedAt, unread, unreadable } };
}

/** Of a code `c`: a sign-out ends it with the session that it was made in. */
const HOLDS = sql`c.ended_at is null and c.ends_at > now() and exists (select from open_session s where s.id = c.session_id)`;

const SELECT = sql`select c.id, c.session, c.enrolment_id as "enrolmentId", e.candidate_id::text as "candidateId", c.piece_id as "pieceId",
    p.code, p.confidential, c.ends_at as "endsAt", c.opened_at as "openedAt", c.phone, (${HOLDS}) as holds, c.ended_why as "endedWhy", c.receipt,
    d.finished_at as "finishedAt", coalesce(d.unread, false) as unread, d.refusal is not null as unreadable
  from phone_code c join enrolment_file e on e.id = c.enrolment_id join piece p on p.id = c.piece_id left join deposit d on d.receipt = c.receipt`;

export function findCode(db: Database, codeId: PhoneCodeId): Promise<PhoneCode | null> {
  return first(db, sql`where c.id = ${codeId}`);
}

async function first(db: Database, which: RawBuilder<unknown>): Promise<PhoneCode | null> {
  const row = await CODE.first(db, sql`${SELECT} ${which}`);
  return row === null ? null : codeOf(row);
}

/** The last one made for a piece in this browser. */
export function lastCode(db: Database, pieceId: PieceId, sessionId: string): Promise<PhoneCode | null> {
  return first(
    db,
    sql`where c.piece_id = ${pieceId} and c.session_id = ${sessionId} order by c.made_at desc, c.id limit 1`,
  );
}

/** A new one takes the place of all others of the enrolment. */
export async function writeCode(tx: Tx, piece: Piece, sessionId: string): Promise<void> {
  await sql`update phone_code set ended_at = now(), ended_why = 'replaced' where enrolment_id = ${piece.enrolmentId} and ended_at is null`.execute(
    tx,
  );
  await sql`insert into phone_code (id, academy, session, enrolment_id, piece_id, session_id, made_at, ends_at)
    values (${randomUUID()}, ${piece.academy}, ${piece.session}, ${piece.enrolmentId}, ${piece.id}, ${sessionId}, now(),
      now() + make_interval(mins => ${CODE_LIVES.minutes}::int))`.execute(tx);
}

/** The first telephone that opens it keeps it. */
export async function openCode(db: Database, codeId: PhoneCodeId, phone: string): Promise<void> {
  await sql`update phone_code set opened_at = now(), phone = ${phone} where id = ${codeId} and phone is null and ended_at is null`.execute(
    db,
  );
}

/** Locked until the end of the transaction, and ended where something is deposited by it. False: it holds no more. */
export async function holdCode(tx: Tx, codeId: PhoneCodeId, phone: string, receipt: string | null): Promise<boolean> {
  const { numAffectedRows } = await sql`update phone_code c set
      ended_at = case when ${receipt}::text is null then null else now() end,
      ended_why = case when ${receipt}::text is null then null else 'deposited' end, receipt = ${receipt}
    where c.id = ${codeId} and c.phone = ${phone} and ${HOLDS}`.execute(tx);
  return numAffectedRows === 1n;
}

export async function revokeCodes(db: Database, enrolmentId: string): Promise<void> {
  await sql`update phone_code set ended_at = now(), ended_why = 'revoked' where enrolment_id = ${enrolmentId} and ended_at is null`.execute(
    db,
  );
}
