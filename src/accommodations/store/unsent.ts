import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, id, instant, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type Range, standsAt } from '../../reminders/index.ts';

type Session = {
  readonly academy: string;
  readonly code: string;
  readonly window: { readonly closesAt: Temporal.Instant };
};

/** A row for each request begun and never sent whose closing stands at this step; each person is told once per closing and step. */
export async function planUnsent(tx: Tx, session: Session, { step, after, until }: Range): Promise<void> {
  const { academy, code, window } = session;
  const closesAt = sql`${window.closesAt}::timestamptz`;
  await sql`insert into accommodation_reminder (academy, session, enrolment_id, until, step)
    select c.academy, c.session, c.enrolment_id, ${closesAt}, ${step} from accommodation_case c
    where c.academy = ${academy} and c.session = ${code} and c.state = 'draft' and c.begun_at < ${standsAt(closesAt, step)}
      and ${closesAt} > ${after} and ${closesAt} <= ${until}
    on conflict do nothing`.execute(tx);
}

const ID = columns({ id: uuid });

/** Takes some planned ones, so that an order is made of them once. */
export async function takeUnsent(tx: Tx, most: number): Promise<readonly string[]> {
  const taken = await ID.all(
    tx,
    sql`update accommodation_reminder set state = 'queued' where id in
      (select id from accommodation_reminder where state = 'planned' order by id limit ${most}::int for update skip locked) returning ${ID}`,
  );
  return taken.map((one) => one.id);
}

const WAITING = columns({ id: uuid, enrolmentId: id<EnrolmentId>(), until: instant, step: text });

/** What is still to be told by this row. */
export function findUnsent(db: Database, reminderId: string) {
  return WAITING.first(
    db,
    sql`select ${WAITING} from accommodation_reminder where id = ${reminderId} and state in ('planned', 'queued')`,
  );
}

export async function settleUnsent(
  tx: Tx,
  reminderId: string,
  state: 'sent' | 'solved' | 'ended' | 'missed',
  eventId: string | null = null,
): Promise<void> {
  await sql`update accommodation_reminder set state = ${state}, settled_at = business_now(), event_id = ${eventId}
    where id = ${reminderId}`.execute(tx);
}
