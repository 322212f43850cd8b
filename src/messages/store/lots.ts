import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { LotTables } from '../../lots/index.ts';
import { columns, id, instant, integer, oneOf, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { RECIPIENT_LIFE } from '../message.ts';

export const LOTS: LotTables = {
  lots: sql.table('message_lot'),
  at: sql.ref('at'),
  recipients: sql.table('message_lot_recipient'),
  lot: sql.ref('lot_id'),
};

const LOT = columns({ id: uuid, academy: text, officerId: uuid, words: text, at: instant });
/** One message to many. */
export type MessageLot = RowOf<typeof LOT>;

export async function findLot(db: Database, academy: string, lotId: string | undefined): Promise<MessageLot | null> {
  if (!isUuid(lotId)) return null;
  return LOT.first(db, sql`select ${LOT} from message_lot where id = ${lotId} and academy = ${academy}`);
}

export function findLotById(db: Database, lotId: string): Promise<MessageLot | null> {
  return LOT.first(db, sql`select ${LOT} from message_lot where id = ${lotId}`);
}

const SUMMED = columns({ ...LOT.shape, people: integer, sent: integer, planned: integer });
export type SummedLot = RowOf<typeof SUMMED>;

/** The last lists written to, the newest first. `officerId`: of one officer; null: of all. `since`: later than that; null: whenever. */
export function listLots(
  db: Database,
  academy: string,
  officerId: string | null,
  since: Temporal.Instant | null = null,
): Promise<readonly SummedLot[]> {
  return SUMMED.all(
    db,
    sql`select ${LOT.of('l')}, r.people, r.sent, r.planned from message_lot l cross join lateral (select count(*) as people,
        count(*) filter (where state = 'sent') as sent, count(*) filter (where state = 'planned') as planned
        from message_lot_recipient where lot_id = l.id) r
      where l.academy = ${academy} ${officerId === null ? sql`` : sql`and l.officer_id = ${officerId}`}
        ${since === null ? sql`` : sql`and l.at > ${since}`} order by l.at desc, l.id limit 50`,
  );
}

const RECIPIENT = columns({ enrolmentId: id<EnrolmentId>(), state: oneOf(RECIPIENT_LIFE.states) });
export type Recipient = RowOf<typeof RECIPIENT>;

export function listRecipients(db: Database, lotId: string): Promise<readonly Recipient[]> {
  return RECIPIENT.all(
    db,
    sql`select ${RECIPIENT} from message_lot_recipient where lot_id = ${lotId} order by enrolment_id`,
  );
}

export async function insertLot(
  tx: Tx,
  { academy, officerId, words }: Pick<MessageLot, 'academy' | 'officerId' | 'words'>,
  enrolments: readonly string[],
): Promise<string> {
  const lotId = randomUUID();
  await sql`insert into message_lot (id, academy, officer_id, words) values (${lotId}, ${academy}, ${officerId}, ${words})`.execute(
    tx,
  );
  await sql`insert into message_lot_recipient (lot_id, enrolment_id) select ${lotId}, unnest(${enrolments}::uuid[])`.execute(
    tx,
  );
  return lotId;
}

const REPEATED = columns({ enrolmentId: id<EnrolmentId>() });

/** Of these, who was written the same words of a list within 24 hours. */
export async function listRepeated(
  db: Database,
  enrolments: readonly string[],
  words: string,
): Promise<ReadonlySet<string>> {
  const rows = await REPEATED.all(
    db,
    sql`select distinct m.enrolment_id as "enrolmentId" from message m join message_lot l on l.id = m.lot_id
      where m.enrolment_id = any(${enrolments}::uuid[]) and m.at > business_now() - interval '24 hours' and l.words = ${words}`,
  );
  return new Set(rows.map(({ enrolmentId }) => enrolmentId));
}
