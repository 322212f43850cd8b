import { sql } from 'kysely';
import type { Tx } from '../platform/database/database.ts';
import { plannedRows } from './plannedRows.ts';
import type { DeadlineRange } from './rules/plan.ts';
import { standsAt } from './standsAt.ts';

type Session = {
  readonly academy: string;
  readonly code: string;
  readonly window: { readonly closesAt: Temporal.Instant };
};

/** A row for each enrolment begun and never registered whose closing stands at this step; each is told once per closing and step. */
export async function planDrafts(tx: Tx, session: Session, { step, after, until }: DeadlineRange): Promise<void> {
  const { academy, code, window } = session;
  const stands = standsAt(sql`${window.closesAt}::timestamptz`, step);
  await sql`insert into draft_reminder (academy, session, enrolment_id, until, step)
    select f.academy, f.session, f.id, ${window.closesAt}, ${step} from enrolment_file f
    where f.academy = ${academy} and f.session = ${code} and f.status = 'draft' and f.saved_at < ${stands}
      and ${window.closesAt}::timestamptz > ${after} and ${window.closesAt}::timestamptz <= ${until}
    on conflict do nothing`.execute(tx);
}

/** Those that were planned. */
export const draftReminders = plannedRows(sql.table('draft_reminder'));
