import { sql } from 'kysely';
import { columns, flag, type RowOf } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';

const FOUND = columns({ anybody: flag, demonstration: flag });

/** Whose accounts stand in this database? The staff's alone tell: anybody may sign up as a candidate with any address. */
export function findDemonstrationStaff(db: Database, domain: string): Promise<RowOf<typeof FOUND>> {
  return FOUND.one(
    db,
    sql`select exists (select from auth_user) as anybody,
      exists (select from staff s join auth_user u on u.id = s.account_id
              where split_part(u.email, '@', 2) = ${domain}) as demonstration`,
  );
}
