import { sql } from 'kysely';
import { columns, instant, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import type { AtDesk, Scope } from '../../scope/index.ts';

/** A page that is only looked at says nothing more after this: its reader is taken to be gone. Real time. */
const PRESENCE_MINUTES = 5;
export const STILL_THERE = sql`now() - make_interval(mins => ${sql.lit(PRESENCE_MINUTES)})`;

/** This person opens this file; the one that they had open before is left. */
export async function openFileAt(db: Database, { staff, scope }: AtDesk, enrolmentId: string): Promise<void> {
  await sql`insert into office_presence (account_id, academy, enrolment_id, confidential)
    values (${staff.accountId}, ${scope.academy}, ${enrolmentId}, ${scope.pieces === 'confidential'})
    on conflict (account_id) do update set academy = excluded.academy, enrolment_id = excluded.enrolment_id, confidential = excluded.confidential,
      since = case when office_presence.enrolment_id = excluded.enrolment_id and office_presence.seen_at > ${STILL_THERE}
        then office_presence.since else now() end, seen_at = now()`.execute(db);
}

/** They decided, and go on to this piece: said at once, or a colleague who decides before its page is asked would be led to it too. */
export async function goOnTo(db: Database, { staff, scope }: AtDesk, pieceId: string): Promise<void> {
  await sql`insert into office_presence (account_id, academy, enrolment_id, confidential)
    select ${staff.accountId}, ${scope.academy}, q.enrolment_id, ${scope.pieces === 'confidential'} from office_queue q where q.piece_id = ${pieceId}
    on conflict (account_id) do update set academy = excluded.academy, enrolment_id = excluded.enrolment_id, confidential = excluded.confidential,
      since = now(), seen_at = now()`.execute(db);
}

/** They decided, and nothing is left. */
export async function leaveFile(db: Database, accountId: string): Promise<void> {
  await db.deleteFrom('office_presence').where('account_id', '=', accountId).execute();
}

const PRESENT = columns({ enrolmentId: uuid, accountId: uuid, since: instant });

/** Colleagues of the same desk who have one of these files open. */
export function colleaguesAt(
  db: Database,
  scope: Scope,
  me: string,
  enrolments: readonly string[],
): Promise<readonly { readonly enrolmentId: string; readonly accountId: string; readonly since: Temporal.Instant }[]> {
  return PRESENT.all(
    db,
    sql`select ${PRESENT} from office_presence
      where enrolment_id = any(${enrolments}::uuid[]) and academy = ${scope.academy} and confidential = ${scope.pieces === 'confidential'}
        and account_id <> ${me} and seen_at > ${STILL_THERE} order by since`,
  );
}
