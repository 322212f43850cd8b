import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../enrolment/index.ts';
import { columns, id, instant, type RowOf, text, uuid } from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';

const ID = columns({ id: uuid });
const WAITING = columns({ id: uuid, enrolmentId: id<EnrolmentId>(), until: instant, step: text });
export type PlannedReminder = RowOf<typeof WAITING>;

type PlannedRows = {
  /** Takes some planned ones, so that an order is made of them once. */
  readonly take: (tx: Tx, most: number) => Promise<readonly string[]>;
  /** What is still to be told by this row. */
  readonly find: (db: Database, reminderId: string) => Promise<PlannedReminder | null>;
  /** `ended`: nobody waits for it any more. */
  readonly settle: (
    tx: Tx,
    reminderId: string,
    state: 'sent' | 'solved' | 'ended' | 'missed',
    eventId?: string | null,
  ) => Promise<void>;
};

/** Reminders planned a row each before they are told: of what was begun and not sent. `table`: of the room that plans them. */
export function plannedRows(table: RawBuilder<unknown>): PlannedRows {
  return {
    take: async (tx, most) => {
      const taken = await ID.all(
        tx,
        sql`update ${table} set state = 'queued' where id in
          (select id from ${table} where state = 'planned' order by id limit ${most}::int for update skip locked) returning ${ID}`,
      );
      return taken.map((one) => one.id);
    },
    find: (db, reminderId) =>
      WAITING.first(
        db,
        sql`select ${WAITING} from ${table} where id = ${reminderId} and state in ('planned', 'queued')`,
      ),
    settle: async (tx, reminderId, state, eventId = null) => {
      await sql`update ${table} set state = ${state}, settled_at = business_now(), event_id = ${eventId}
        where id = ${reminderId}`.execute(tx);
    },
  };
}
