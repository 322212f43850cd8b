import { sql } from 'kysely';
import type { EnrolmentId } from '../enrolment/index.ts';
import { columns, id, instant, text, uuid } from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import type { Range } from './rules/plan.ts';
import { standsAt } from './stands.ts';

type Session = {
  readonly academy: string;
  readonly code: string;
  readonly window: { readonly closesAt: Temporal.Instant };
};

/** A row for each enrolment begun and never registered whose closing stands at this step; each is told once per closing and step. */
export async function planDrafts(tx: Tx, session: Session, { step, after, until }: Range): Promise<void> {
  const { academy, code, window } = session;
  const stands = standsAt(sql`${window.closesAt}::timestamptz`, step);
  await sql`insert into draft_reminder (academy, session, enrolment_id, until, step)
    select f.academy, f.session, f.id, ${window.closesAt}, ${step} from enrolment_file f
    where f.academy = ${academy} and f.session = ${code} and f.status = 'draft' and f.saved_at < ${stands}
      and ${window.closesAt}::timestamptz > ${after} and ${window.closesAt}::timestamptz <= ${until}
    on conflict do nothing`.execute(tx);
}

const ID = columns({ id: uuid });

/** Takes some planned ones, so that an order is made of them once. */
export async function takeDrafts(tx: Tx, most: number): Promise<readonly string[]> {
  const taken = await ID.all(
    tx,
    sql`update draft_reminder set state = 'queued' where id in
      (select id from draft_reminder where state = 'planned' order by id limit ${most}::int for update skip locked) returning ${ID}`,
  );
  return taken.map((one) => one.id);
}

const WAITING = columns({ id: uuid, enrolmentId: id<EnrolmentId>(), until: instant, step: text });

/** What is still to be told by this row. */
export function findDraftReminder(db: Database, reminderId: string) {
  return WAITING.first(
    db,
    sql`select ${WAITING} from draft_reminder where id = ${reminderId} and state in ('planned', 'queued')`,
  );
}

export async function settleDraft(
  tx: Tx,
  reminderId: string,
  state: 'sent' | 'solved' | 'missed',
  eventId: string | null = null,
): Promise<void> {
  await sql`update draft_reminder set state = ${state}, settled_at = business_now(), event_id = ${eventId} where id = ${reminderId}`.execute(
    tx,
  );
}
