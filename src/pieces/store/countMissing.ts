import { sql } from 'kysely';
import { columns, integer, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';

const MISSING = columns({ id: uuid, missing: integer });

/** Of each of these enrolments, how many pieces that are due at the closing aren't given, or were refused; none: not listed. */
export async function countMissing(db: Database, enrolments: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await MISSING.all(
    db,
    // Not « not exists »: PostgreSQL may then read every deposit to make a table of them.
    sql`select p.enrolment_id as id, count(*) as missing from piece p
    where p.enrolment_id = any(${enrolments}::uuid[]) and p.counts_for_validation and (p.status = 'non-compliant' or p.status = 'none'
      and (select d.id from deposit d where d.piece_id = p.id and d.state = 'stored' limit 1) is null)
    group by p.enrolment_id`,
  );
  return new Map(rows.map(({ id, missing }) => [id, missing]));
}
