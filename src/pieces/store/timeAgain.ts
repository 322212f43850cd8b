import { sql } from 'kysely';
import { columns, instant } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { TimeAgain } from '../rules/correctionTime.ts';

const AGAIN = columns({ endedAt: instant, until: instant });

/** Null: no decision that ended it was taken back. */
export function findTimeAgain(db: Database, enrolmentId: string): Promise<TimeAgain | null> {
  return AGAIN.first(db, sql`select ${AGAIN} from time_again where enrolment_id = ${enrolmentId}`);
}

/** A second time, nothing that was told ends earlier. */
export async function writeTimeAgain(
  tx: Tx,
  enrolmentId: string,
  { endedAt, until }: TimeAgain,
  byLetter: boolean,
): Promise<void> {
  await sql`insert into time_again as t (enrolment_id, ended_at, until, by_letter)
    values (${enrolmentId}, ${endedAt}, ${until}, ${byLetter})
    on conflict (enrolment_id) do update set ended_at = least(t.ended_at, excluded.ended_at),
      until = greatest(t.until, excluded.until), by_letter = excluded.by_letter`.execute(tx);
}

/** Its letter was handed over, or that was noted by mistake. */
export async function moveTimeAgain(tx: Tx, enrolmentId: string, until: Temporal.Instant): Promise<void> {
  await sql`update time_again set until = ${until} where enrolment_id = ${enrolmentId} and by_letter`.execute(tx);
}
