import { sql } from 'kysely';
import { columns, day, flag, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ApiKey } from '../apiKey.ts';
import type { Place } from './read.ts';

/** What was read of each file: who they are, what they obtained; neither: where it stands. */
export type What = { readonly identity: boolean; readonly result: boolean };

/** Written before the answer leaves: one statement for a page, one line for a file, a key and a day, however often. */
export async function noteReadings(
  db: Database,
  { id: keyId, academy }: Pick<ApiKey, 'id' | 'academy'>,
  session: Place['session'],
  files: readonly string[],
  { identity, result }: What,
): Promise<void> {
  if (files.length === 0) return;
  await sql`insert into key_reading as k (academy, session, enrolment_id, key_id, day, identity, result)
    select ${academy}, ${session}, file, ${keyId}, (business_now() at time zone 'Europe/Paris')::date, ${identity}, ${result}
      from unnest(${files}::uuid[]) file
    on conflict (enrolment_id, key_id, day) do update set identity = k.identity or excluded.identity, result = k.result or excluded.result
      where (not k.identity and excluded.identity) or (not k.result and excluded.result)`.execute(db);
}

const READING = columns({ day, name: text, identity: flag, result: flag });
export type KeyReading = RowOf<typeof READING>;

/** Which programs read a file, for its candidate: by day, the latest first. */
export function readingsByKeys(db: Database, enrolmentId: string, limit: number): Promise<readonly KeyReading[]> {
  return READING.all(
    db,
    sql`select r.day, k.name, r.identity, r.result from key_reading r join api_key k on k.id = r.key_id
    where r.enrolment_id = ${enrolmentId} order by r.day desc, k.name limit ${limit}`,
  );
}
