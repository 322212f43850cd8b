import { type RawBuilder, sql } from 'kysely';
import { columns, integer } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { MOST_COUNTED } from '../rules/counts.ts';

/** How many rows there are, up to one more than `most`: whoever reads that says « more than ». */
export function counted(rows: RawBuilder<unknown>, most = MOST_COUNTED): RawBuilder<unknown> {
  return sql`(select count(*) from (select from ${rows} limit ${most + 1}::int) counted)`;
}

const COUNT = columns({ count: integer });

export async function count(db: Database, rows: RawBuilder<unknown>, most = MOST_COUNTED): Promise<number> {
  return (await COUNT.one(db, sql`select ${counted(rows, most)} as count`)).count;
}
