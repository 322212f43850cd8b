import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { KeptFile, Ledger } from '../platform/files/ledger.ts';

/** The printed files of papers. */
export function paperLedger(db: Database): Ledger {
  return {
    makes: /^papers\/.+\.pdf$/,
    named: async (keys) => {
      const { rows } = await sql<{
        pdf_key: string;
      }>`select pdf_key from paper where pdf_key = any (${keys}::text[])`.execute(db);
      return new Set(rows.map(({ pdf_key }) => pdf_key));
    },
    due: async (limit) => {
      const { rows } = await sql<KeptFile>`select id, pdf_key as key, pdf_sha256 as sha256 from paper
        where pdf_key is not null and (checked_at is null or checked_at < now() - interval '12 hours')
        order by checked_at nulls first, id limit ${limit}`.execute(db);
      return rows;
    },
    checked: async (id, fault) => {
      await sql`update paper set checked_at = now(), fault = ${fault} where id = ${id}`.execute(db);
    },
  };
}

/** References of the papers whose file the last check found missing or altered. */
export async function listDamagedPapers(db: Database, academy: string): Promise<readonly string[]> {
  const { rows } = await sql<{ reference: string }>`select reference from paper
    where academy = ${academy} and fault is not null order by issued_at desc, id`.execute(db);
  return rows.map(({ reference }) => reference);
}
