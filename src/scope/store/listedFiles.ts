import { type RawBuilder, sql } from 'kysely';
import { PERSON_NAMES, withName } from '../../accounts/index.ts';
import { columns, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { RUNNING_FILES, type Scope } from '../scope.ts';
import { count } from './counted.ts';
import { inFiles } from './scope.ts';

export const PAGE_SIZE = 50;

export const LISTED = columns({
  id: uuid,
  number: text,
  ...PERSON_NAMES.shape,
});

/** A line of a list of files. */
export type ListedFile = { readonly id: string; readonly number: string; readonly name: string };

/** These files of a scope, in the order of names. */
export async function listNamed(db: Database, scope: Scope, ids: readonly string[]): Promise<readonly ListedFile[]> {
  const rows = await LISTED.all(
    db,
    sql`select f.enrolment_id as id, f.number, ${PERSON_NAMES.of('f')}
      from office_file f where ${inFiles(scope)} and f.enrolment_id = any(${[...ids]}::uuid[]) order by f.sort_name, f.first_names, f.number`,
  );
  return rows.map(withName);
}

export type PageOfFiles = { readonly total: number; readonly files: readonly ListedFile[] };

/** The running files of a scope, `f`, of which `which` holds: what stands after « from ». */
export function runningFiles(scope: Scope, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`office_file f where ${inFiles(scope)} and f.state = any(${RUNNING_FILES}::text[]) and ${which}`;
}

/** Of `runningFiles`: something that counts for the validation is missing, or this piece is. */
export function isMissing(piece: string | null): RawBuilder<unknown> {
  return sql`f.missing <> '{}' ${piece === null ? sql`` : sql`and f.missing @> array[${piece}::text]`}`;
}

/** One page of them, in the order of names. */
export async function pageOfFiles(
  db: Database,
  scope: Scope,
  which: RawBuilder<unknown>,
  page: number,
  size = PAGE_SIZE,
): Promise<readonly ListedFile[]> {
  const rows = await LISTED.all(
    db,
    sql`select f.enrolment_id as id, f.number, ${PERSON_NAMES.of('f')} from ${runningFiles(scope, which)}
      order by f.sort_name, f.first_names, f.number limit ${size}::int offset ${(page - 1) * size}::int`,
  );
  return rows.map(withName);
}

/** The same, with how many there are. */
export async function listFiles(
  db: Database,
  scope: Scope,
  which: RawBuilder<unknown>,
  page: number,
): Promise<PageOfFiles> {
  const [files, total] = await Promise.all([
    pageOfFiles(db, scope, which, page),
    count(db, runningFiles(scope, which)),
  ]);
  return { total, files };
}
