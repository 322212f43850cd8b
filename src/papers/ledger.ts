import { sql } from 'kysely';
import { ledgerOf } from '../keptFiles/index.ts';
import { columns, text } from '../platform/database/columns.ts';
import type { Database } from '../platform/database/database.ts';
import { CONFIDENTIAL_KINDS } from './paper.ts';

const DAMAGED = columns({ reference: text });

/** The printed files of papers. */
export const paperLedger = ledgerOf({
  table: sql`paper`,
  makes: /^papers\/.+\.pdf$/,
  kept: sql`pdf_key is not null`,
  key: sql`pdf_key`,
  sha256: sql`pdf_sha256`,
});

/** References of the papers whose file the last check found missing or altered; those with health data stay in the log alone. */
export async function listDamagedPapers(db: Database, academy: string): Promise<readonly string[]> {
  const asked = sql`select ${DAMAGED} from paper
    where academy = ${academy} and fault is not null and kind <> all(${CONFIDENTIAL_KINDS}::text[]) order by issued_at desc, id`;
  return (await DAMAGED.all(db, asked)).map(({ reference }) => reference);
}
