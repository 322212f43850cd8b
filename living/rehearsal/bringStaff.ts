import { sql } from 'kysely';
import { columns, json } from '../../src/platform/database/columns.ts';
import type { Database } from '../../src/platform/database/database.ts';

/** What makes a member of staff, each after what it leans on: account, password, place, groups, who brought them in, what they may sign. */
const TABLES = [
  ['auth_user', 'id in (select account_id from staff)'],
  ['auth_account', 'user_id in (select account_id from staff)'],
  ['staff', 'true'],
  ['staff_portfolio', 'true'],
  ['staff_placing', 'account_id in (select account_id from staff)'],
  ['staff_placing_confirmed', 'true'],
  ['delegation', 'true'],
] as const;

const ROWS = columns({ rows: json<readonly unknown[]>() });

/** The staff of one database into another, as they are, their password with them. Answers how many. No candidate, no second factor, no session. */
export async function bringStaff(from: Database, to: Database): Promise<number> {
  let brought = 0;
  for (const [table, which] of TABLES) {
    const { rows } = await ROWS.one(
      from,
      sql`select coalesce(jsonb_agg(to_jsonb(t)), '[]') as rows from ${sql.table(table)} t where ${sql.raw(which)}`,
    );
    await sql`insert into ${sql.table(table)}
      select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(to);
    if (table === 'staff') brought = rows.length;
  }
  return brought;
}
