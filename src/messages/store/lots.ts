import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, id, instant, integer, oneOf, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type StateOf, transitions } from '../../platform/transitions.ts';
import { isUuid } from '../../platform/uuid.ts';

/** What became of one person of a list. */
export const RECIPIENT_LIFE = transitions({
  title: 'Person of a list that is written to',
  column: 'message_lot_recipient.state',
  words: null,
  means: {
    planned: 'not written to yet',
    sent: 'the words are in their conversation',
    ended: 'the enrolment has',
    repeated: 'the same words of a list reached them within 24 hours',
    'no-value': "their file doesn't give what the words name",
  },
  acts: {
    plan: { from: [], to: 'planned', who: 'an officer, with the list' },
    write: { from: ['planned'], to: 'sent', who: 'a job' },
    end: { from: ['planned'], to: 'ended', who: 'the end of the enrolment' },
    repeat: { from: ['planned'], to: 'repeated', who: 'another list' },
    lack: { from: ['planned'], to: 'no-value', who: 'their file' },
  },
});
export type RecipientState = StateOf<typeof RECIPIENT_LIFE>;

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

/** The last lists written to, the newest first. `officerId`: of one officer; null: of all. */
export function listLots(db: Database, academy: string, officerId: string | null): Promise<readonly SummedLot[]> {
  return SUMMED.all(
    db,
    sql`select ${LOT.of('l')}, r.people, r.sent, r.planned from message_lot l cross join lateral (select count(*) as people,
        count(*) filter (where state = 'sent') as sent, count(*) filter (where state = 'planned') as planned
        from message_lot_recipient where lot_id = l.id) r
      where l.academy = ${academy} ${officerId === null ? sql`` : sql`and l.officer_id = ${officerId}`} order by l.at desc, l.id limit 50`,
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

const COUNT = columns({ count: integer });

export async function countLotsToday(tx: Tx, officerId: string): Promise<number> {
  const asked = sql`select count(*) from message_lot where officer_id = ${officerId} and at > business_now() - interval '24 hours'`;
  return (await COUNT.one(tx, asked)).count;
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

const PLANNED = columns({ state: oneOf(RECIPIENT_LIFE.states) });

/** Held until the end of the transaction: a second run waits, and finds it settled. */
export async function lockRecipient(tx: Tx, lotId: string, enrolmentId: string): Promise<RecipientState | null> {
  const asked = sql`select ${PLANNED} from message_lot_recipient where lot_id = ${lotId} and enrolment_id = ${enrolmentId} for update`;
  return (await PLANNED.first(tx, asked))?.state ?? null;
}

export async function settleRecipient(
  tx: Tx,
  lotId: string,
  enrolmentId: string,
  state: Exclude<RecipientState, 'planned'>,
): Promise<void> {
  await sql`update message_lot_recipient set state = ${state}, settled_at = business_now() where lot_id = ${lotId} and enrolment_id = ${enrolmentId}`.execute(
    tx,
  );
}
