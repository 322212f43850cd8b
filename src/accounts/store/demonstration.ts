import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

type Found = { readonly anybody: boolean; readonly demonstration: boolean };

/** Whose accounts stand in this database? The staff's alone tell: anybody may sign up as a candidate with any address. */
export async function findDemonstrationStaff(db: Database, domain: string): Promise<Found> {
  const { rows } = await sql<Found>`
    select exists (select from auth_user) as anybody,
      exists (select from staff s join auth_user u on u.id = s.account_id
              where split_part(u.email, '@', 2) = ${domain}) as demonstration`.execute(db);
  return rows[0] ?? { anybody: false, demonstration: false };
}
