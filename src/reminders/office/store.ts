import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { listFiles, type PageOfFiles, type Scope } from '../../scope/index.ts';

/** One page of the files of a scope that may still be reminded, in the order of names. */
export function listReminded(db: Database, scope: Scope, page: number): Promise<PageOfFiles> {
  const waits = sql`(exists (select from piece_deadline d where d.enrolment_id = f.enrolment_id and d.until > business_now())
    or exists (select from sheet_doubt d where d.enrolment_id = f.enrolment_id and d.until > business_now()))`;
  return listFiles(db, scope, waits, page);
}
