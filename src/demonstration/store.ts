import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { KeptMail } from '../platform/mail/outbox.ts';
import { isUuid } from '../platform/uuid.ts';

/** One mail, whatever became of it; null when there is none of that id. */
export async function findMail(db: Database, id: string): Promise<KeptMail | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<Omit<KeptMail, 'businessAt'> & { business_at: Temporal.Instant }>`
    select id, template, recipient, subject, body, state, business_at from mail where id = ${id}`.execute(db);
  const row = rows[0];
  if (row === undefined) return null;
  const { business_at, ...mail } = row;
  return { ...mail, businessAt: business_at };
}
