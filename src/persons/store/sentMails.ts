import { sql } from 'kysely';
import { columns, instant, oneOf, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';

const SENT = columns({
  id: uuid,
  template: text,
  subject: text,
  state: oneOf(['waiting', 'sending', 'sent', 'kept', 'failed']),
  at: instant,
});
export type SentMail = RowOf<typeof SENT>;

/** The last mails to an account, the last one first: by their subjects, as their owner finds them in their mail box. */
export function listSentMails(db: Database, account: string, most: number): Promise<readonly SentMail[]> {
  return SENT.all(
    db,
    sql`select id, template, subject, state, business_at as at from mail_in_box where account_id = ${account}
      order by created_at desc, id limit ${most}::int`,
  );
}
