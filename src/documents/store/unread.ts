import { sql } from 'kysely';
import { columns, integer } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';

const UNREAD = columns({ unread: integer });

/** Documents never opened, without what a later version replaced or what is withdrawn: nobody has to read them any more. */
export async function countUnread(db: Database, enrolmentId: string): Promise<number> {
  const asked = sql`select (select count(*) from unread_paper where enrolment_id = ${enrolmentId})
    + (select count(*) from publication_recipient r join publication p on p.id = r.publication_id
      where r.enrolment_id = ${enrolmentId} and r.state = 'given' and r.opened_at is null and p.withdrawn_at is null) as unread`;
  return (await UNREAD.one(db, asked)).unread;
}
