import { type RawBuilder, sql } from 'kysely';
import { MOST_COUNTED } from '../rules/counts.ts';

/** How many rows there are, up to one more than `MOST_COUNTED`: whoever reads that says « more than ». */
export function counted(rows: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`(select count(*) from (select from ${rows} limit ${MOST_COUNTED + 1}::int) counted)`;
}
