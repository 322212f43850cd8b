import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { columns, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';

const CONTENT = columns({ value: text });

/** `mark`: what stands for its token in the database; `content`: what it opens. */
export type Mailed = { readonly mark: string; readonly content: string; readonly minutes: number };

/** Each in place of what stood under its mark. */
export async function writeMailed(tx: Tx, secrets: readonly Mailed[]): Promise<void> {
  const marks = secrets.map(({ mark }) => mark);
  const rows = secrets.map(
    ({ mark, content, minutes }) =>
      sql`(${randomUUID()}::uuid, ${mark}, ${content}, clock_timestamp() + make_interval(mins => ${minutes}::int))`,
  );
  await sql`with former as (delete from auth_verification where identifier = any(${marks}::text[]))
    insert into auth_verification (id, identifier, value, expires_at) values ${sql.join(rows)}`.execute(tx);
}

/** What still serves under a mark. */
export async function readMailed(db: Database, mark: string): Promise<string | null> {
  const found = await CONTENT.first(
    db,
    sql`select ${CONTENT} from auth_verification where identifier = ${mark} and expires_at > clock_timestamp()
      order by created_at desc limit 1`,
  );
  return found?.value ?? null;
}

/** The same, taken out: of two at once, one gets it. */
export async function takeMailed(tx: Tx, mark: string): Promise<string | null> {
  const taken = await CONTENT.first(
    tx,
    sql`with taken as (delete from auth_verification where identifier = ${mark} returning value, expires_at, created_at)
      select ${CONTENT} from taken where expires_at > clock_timestamp() order by created_at desc limit 1`,
  );
  return taken?.value ?? null;
}
