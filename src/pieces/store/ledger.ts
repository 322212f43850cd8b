import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { KeptFile, Ledger } from '../../platform/files/ledger.ts';
import { UUID_PATTERN } from '../../platform/uuid.ts';

/** The files of deposits, kept under the enrolment's id and a random one. */
export function depositLedger(db: Database): Ledger {
  return {
    makes: new RegExp(`^${UUID_PATTERN}/${UUID_PATTERN}$`),
    named: async (keys) => {
      const { rows } = await sql<{ file_key: string }>`select file_key from deposit
        where file_key = any (${keys}::text[]) and erased_at is null`.execute(db);
      return new Set(rows.map(({ file_key }) => file_key));
    },
    due: async (limit) => {
      const { rows } = await sql<KeptFile>`select id, file_key as key, sha256 from deposit
        where erased_at is null and (checked_at is null or checked_at < now() - interval '12 hours')
        order by checked_at nulls first, id limit ${limit}`.execute(db);
      return rows;
    },
    checked: async (id, fault) => {
      await sql`update deposit set checked_at = now(), fault = ${fault} where id = ${id}`.execute(db);
    },
  };
}

/** Receipts of the files that the last check found missing or altered, the most recent first. */
export async function listDamaged(db: Database, academy: string): Promise<readonly string[]> {
  const { rows } = await sql<{ receipt: string }>`select receipt from deposit
    where academy = ${academy} and fault is not null and erased_at is null order by finished_at desc, id`.execute(db);
  return rows.map(({ receipt }) => receipt);
}
