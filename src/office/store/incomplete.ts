import { type RawBuilder, sql } from 'kysely';
import { columns, nullable, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { RUNNING_FILES, type Scope } from '../office.ts';
import { personName } from '../rules/personName.ts';
import { count } from './counted.ts';
import { inFiles } from './scope.ts';

export const PAGE_SIZE = 50;

const ROW = columns({
  id: uuid,
  number: text,
  birthName: text,
  usageName: nullable(text),
  firstNames: text,
});

/** A file of which something may still be missing. */
export type IncompleteFile = { readonly id: string; readonly number: string; readonly name: string };

/** Those with a piece whose deadline is still to come. */
const WAITS: RawBuilder<unknown> = sql`exists (select from piece_deadline d where d.enrolment_id = f.enrolment_id and d.until > business_now())`;

/** One page of the files of a scope that may still be reminded, in the order of names. */
export async function listReminded(db: Database, scope: Scope, page: number) {
  const among = sql`office_file f where ${inFiles(scope)} and f.state = any(${RUNNING_FILES}::text[]) and ${WAITS}`;
  const [rows, total] = await Promise.all([
    ROW.all(
      db,
      sql`select f.enrolment_id as id, f.number, f.birth_name as "birthName", f.usage_name as "usageName", f.first_names as "firstNames"
        from ${among} order by f.sort_name, f.first_names, f.number limit ${PAGE_SIZE}::int offset ${(page - 1) * PAGE_SIZE}::int`,
    ),
    count(db, among),
  ]);
  return { total, files: rows.map(fileOf) };
}

function fileOf({ birthName, usageName, firstNames, ...row }: Awaited<ReturnType<typeof ROW.one>>): IncompleteFile {
  return { ...row, name: personName({ birthName, usageName, firstNames }) };
}
