import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Enrolment } from '../enrolment/index.ts';
import { columns, instant, integer, type RowOf, uuid } from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import {
  MESSAGE_ROW,
  type Message,
  type MessageAuthor,
  SETTLEMENT,
  type Settlement,
  THREAD,
  type Thread,
} from './message.ts';

/** The SQL of one thread. Whoever writes holds the lock of its enrolment. */

/** Null: nobody has written yet. */
export function findThread(db: Database, enrolmentId: string): Promise<Thread | null> {
  return THREAD.first(db, sql`select ${THREAD} from message_thread where enrolment_id = ${enrolmentId}`);
}

/** The last messages of an enrolment, the newest first. `before`: only those that stand before that place. */
export function listMessages(
  db: Database,
  enrolmentId: string,
  most: number,
  before: number | null = null,
): Promise<readonly Message[]> {
  return MESSAGE_ROW.all(
    db,
    sql`select m.id, m.place, m.author, m.staff_id as "staffId", m.piece, m.words, m.answers, m.lot_id as "lotId", m.at,
        (select min(r.at) from message_reading r where r.message_id = m.id) as "readAt"
      from message m where m.enrolment_id = ${enrolmentId} ${before === null ? sql`` : sql`and m.place < ${before}::int`}
      order by m.place desc limit ${most}::int`,
  );
}

const ANSWER = columns({ place: integer, at: instant });
/** An answer of the office, by its place. */
export type AnswerPlace = RowOf<typeof ANSWER>;

/** The answers of the office in a thread, in their order. */
export function listAnswers(db: Database, enrolmentId: string): Promise<readonly AnswerPlace[]> {
  return ANSWER.all(
    db,
    sql`select ${ANSWER} from message where enrolment_id = ${enrolmentId} and answers order by place`,
  );
}

export function listSettlements(db: Database, enrolmentId: string): Promise<readonly Settlement[]> {
  return SETTLEMENT.all(
    db,
    sql`select ${SETTLEMENT} from message_settlement where enrolment_id = ${enrolmentId} order by up_to`,
  );
}

const TALLY = columns({ today: integer });

/** How many that side wrote within 24 hours. */
export async function countToday(tx: Tx, enrolmentId: string, author: MessageAuthor): Promise<number> {
  const asked = sql`select count(*) as today from message
    where enrolment_id = ${enrolmentId} and author = ${author} and at > business_now() - interval '24 hours'`;
  return (await TALLY.one(tx, asked)).today;
}

export type NewMessage = Pick<Message, 'author' | 'staffId' | 'piece' | 'words' | 'answers' | 'lotId'>;

/** Adds a message to its thread, and says what has changed where the thread is listed. Gives its id. */
export async function writeMessage(
  tx: Tx,
  { id: enrolment_id, academy, session }: Pick<Enrolment, 'id' | 'academy' | 'session'>,
  { author, staffId, piece, words, answers, lotId }: NewMessage,
): Promise<string> {
  const messageId = randomUUID();
  await sql`insert into message (id, academy, session, enrolment_id, place, author, staff_id, piece, words, answers, lot_id)
    select ${messageId}, ${academy}, ${session}, ${enrolment_id}, coalesce(max(place), 0) + 1, ${author}, ${staffId}, ${piece}, ${words}, ${answers}, ${lotId}
    from message where enrolment_id = ${enrolment_id}`.execute(tx);
  const waits = author === 'candidate';
  await sql`insert into message_thread as t (enrolment_id, academy, session, portfolio, version, last_at, last_author, officer_id, waiting_since, waiting, pieces)
    select f.id, f.academy, f.session, f.portfolio, 1, m.at, m.author, case when m.lot_id is null then m.staff_id end, case when ${waits} then m.at end, case when ${waits} then 1 else 0 end,
      array_remove(array[m.piece], null)
    from message m join enrolment_file f on f.id = m.enrolment_id where m.id = ${messageId}
    on conflict (enrolment_id) do update set version = t.version + 1, last_at = excluded.last_at, last_author = excluded.last_author,
      officer_id = coalesce(excluded.officer_id, t.officer_id),
      waiting_since = case when ${waits} then coalesce(t.waiting_since, excluded.waiting_since) when ${answers} then null else t.waiting_since end,
      waiting = case when ${waits} then t.waiting + 1 when ${answers} then 0 else t.waiting end,
      pieces = case when t.pieces @> excluded.pieces then t.pieces else t.pieces || excluded.pieces end`.execute(tx);
  return messageId;
}

const PLACE = columns({ upTo: integer });

/** What the candidate wrote so far needs no answer. Gives the place up to which. */
export async function writeSettlement(
  tx: Tx,
  { id: enrolment_id, academy, session }: Pick<Enrolment, 'id' | 'academy' | 'session'>,
  officerId: string,
): Promise<number> {
  const written = sql`insert into message_settlement (enrolment_id, up_to, academy, session, officer_id)
    select ${enrolment_id}, max(place), ${academy}, ${session}, ${officerId} from message where enrolment_id = ${enrolment_id}
    returning ${PLACE}`;
  const { upTo } = await PLACE.one(tx, written);
  await sql`update message_thread set version = version + 1, waiting_since = null, waiting = 0 where enrolment_id = ${enrolment_id}`.execute(
    tx,
  );
  return upTo;
}

const READ = columns({ messageId: uuid });

/** Writes down who has these messages under the eyes, of those that they hadn't yet. Gives which. */
export async function writeReading(
  tx: Tx,
  enrolmentId: string,
  author: MessageAuthor,
  readerId: string,
  places: { readonly from: number; readonly to: number },
): Promise<readonly string[]> {
  const rows = await READ.all(
    tx,
    sql`insert into message_reading (message_id, reader_id)
      select m.id, ${readerId} from message m where m.enrolment_id = ${enrolmentId} and m.author = ${author}
        and m.place between ${places.from}::int and ${places.to}::int
      on conflict do nothing returning message_id as "messageId"`,
  );
  return rows.map(({ messageId }) => messageId);
}

const COUNT = columns({ count: integer });

/** How many messages of the office the candidate hasn't read. */
export async function countUnreadMessages(db: Database, enrolmentId: string): Promise<number> {
  const asked = sql`select count(*) from message m where m.enrolment_id = ${enrolmentId} and m.author = 'office'
    and not exists (select from message_reading r where r.message_id = m.id)`;
  return (await COUNT.one(db, asked)).count;
}

const READER = columns({ messageId: uuid, readerId: uuid, at: instant });
export type ThreadReading = RowOf<typeof READER>;

/** Who of the office read what the candidate wrote, the first reader first. */
export function listReadings(db: Database, messages: readonly string[]): Promise<readonly ThreadReading[]> {
  return READER.all(
    db,
    sql`select ${READER} from message_reading where message_id = any(${messages}::uuid[]) order by at, reader_id`,
  );
}
