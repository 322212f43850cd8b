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
  own: flag,
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

/**
 * A code `c` as a piece `p` of its enrolment reads it. One that holds health data is given by a code made for it alone: a telephone that was
 * paired for another learns nothing of it.
 */
const SELECT = sql`select c.id, c.session, c.enrolment_id as "enrolmentId", e.candidate_id::text as "candidateId", p.id as "pieceId",
    p.code, p.confidential, p.id = c.piece_id as own, c.ends_at as "endsAt", c.opened_at as "openedAt", c.phone, (${HOLDS}) as holds, c.ended_why as "endedWhy", d.receipt,
    d.finished_at as "finishedAt", coalesce(d.unread, false) as unread, d.refusal is not null as unreadable
  from phone_code c join enrolment_file e on e.id = c.enrolment_id
    join piece p on p.enrolment_id = c.enrolment_id and (p.id = c.piece_id or not p.confidential)
    left join deposit d on d.receipt = any (c.receipts) and d.piece_id = p.id`;

export function findCode(db: Database, codeId: PhoneCodeId, code: string): Promise<PhoneCode | null> {
  return first(db, sql`where c.id = ${codeId} and p.code = ${code}`);
}

async function first(db: Database, which: RawBuilder<unknown>): Promise<PhoneCode | null> {
  const row = await CODE.first(db, sql`${SELECT} ${which}`);
  return row === null ? null : codeOf(row);
}

/** The last one made in this browser for a piece, or for another while it holds. */
export function lastCode(db: Database, pieceId: PieceId, sessionId: string): Promise<PhoneCode | null> {
  return first(
    db,
    sql`where p.id = ${pieceId} and c.session_id = ${sessionId} and (p.id = c.piece_id or ${HOLDS}) order by c.made_at desc, c.id limit 1`,
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

/**
 * Locked until the end of the transaction. What is deposited by it is noted, and it lives on for the next piece. False: it holds no more, or this
 * piece was given by it already.
 */
export async function holdCode(
  tx: Tx,
  { id, pieceId }: Pick<PhoneCode, 'id' | 'pieceId'>,
  phone: string,
  receipt: string | null,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update phone_code c set receipts = array_remove(c.receipts || ${receipt}::text, null),
      ends_at = case when ${receipt}::text is null then c.ends_at else now() + make_interval(mins => ${CODE_LIVES.minutes}::int) end
    where c.id = ${id} and c.phone = ${phone} and ${HOLDS}
      and not exists (select from deposit d where d.receipt = any (c.receipts) and d.piece_id = ${pieceId})`.execute(
      tx,
    );
  return numAffectedRows === 1n;
}

export async function revokeCodes(db: Database, enrolmentId: string): Promise<void> {
  await sql`update phone_code set ended_at = now(), ended_why = 'revoked' where enrolment_id = ${enrolmentId} and ended_at is null`.execute(
    db,
  );
}
