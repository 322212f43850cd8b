import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type DeadlineRange, plannedRows, standsAt } from '../../reminders/index.ts';
import { requestEndsAt } from '../rules/calendar.ts';

type Session = {
  readonly academy: string;
  readonly code: string;
  readonly window: { readonly closesAt: Temporal.Instant };
};

/**
 * A row for each who may have something to do for their health by a deadline that stands at this step: a request to send by its
 * last day, an answer by its own day, a waiver's document to correct. Each person is told once per deadline and step.
 */
export async function planUnsent(tx: Tx, session: Session, { step, after, until }: DeadlineRange): Promise<void> {
  const { academy, code } = session;
  const last = requestEndsAt(session, null);
  // As `endAgain` says.
  const end = sql`coalesce(d.until, case when a.ended_at < ${last}::timestamptz then greatest(a.until, ${last}::timestamptz) else ${last}::timestamptz end)`;
  await sql`insert into accommodation_reminder (academy, session, enrolment_id, until, step)
    select distinct d.academy, d.session, d.enrolment_id, ${end}, ${step} from
      (select enrolment_id, academy, session, until, known_at from accommodation_deadline
        union all select enrolment_id, academy, session, until, known_at from piece_private_deadline) d
      left join enrolment_time_again a on a.enrolment_id = d.enrolment_id
    where d.academy = ${academy} and d.session = ${code} and d.known_at < ${standsAt(end, step)}
      and ${end} > ${after} and ${end} <= ${until}
    on conflict do nothing`.execute(tx);
}

/** Those that were planned. */
export const unsentReminders = plannedRows(sql.table('accommodation_reminder'));
