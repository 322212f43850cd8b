import { sql } from 'kysely';
import { ledgerOf } from '../keptFiles/index.ts';

/** The printed records of juries and their additions. They are kept for good. */
export const recordLedger = ledgerOf({
  table: sql`jury_sheet`,
  makes: /^records\/.+\.pdf$/,
  kept: sql`pdf_key is not null`,
  key: sql`pdf_key`,
  sha256: sql`pdf_sha256`,
});
