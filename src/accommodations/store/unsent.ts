import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { plannedRows, type Range, standsAt } from '../../reminders/index.ts';

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

/** Those that were planned. */
export const unsentReminders = plannedRows(sql.table('accommodation_reminder'));
