import { type RawBuilder, sql } from 'kysely';
import { personName } from '../../accounts/index.ts';
import { columns, nullable, oneOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { count, inFiles, RUNNING_FILES, type Scope } from '../../scope/index.ts';

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

/** One page of the files of a scope that may still be reminded, in the order of names. */
export function listReminded(db: Database, scope: Scope, page: number) {
  const waits = sql`(exists (select from piece_deadline d where d.enrolment_id = f.enrolment_id and d.until > business_now())
    or exists (select from sheet_doubt d where d.enrolment_id = f.enrolment_id and d.until > business_now()))`;
  return listFiles(db, scope, waits, page);
}

/** Of those that lack what counts for the validation and whose time is over, or will be at that instant; or who were invited since. */
export function listIncomplete(db: Database, scope: Scope, closesAt: Temporal.Instant, page: number) {
  const lacks = sql`exists (select from piece_missing m where m.enrolment_id = f.enrolment_id
    and (m.until <= greatest(business_now(), ${closesAt}) or exists (select from regularisation_end r where r.enrolment_id = f.enrolment_id)))`;
  return listFiles(db, scope, lacks, page);
}

/** These files of a scope, in the order of names. */
export async function listNamed(
  db: Database,
  scope: Scope,
  ids: readonly string[],
): Promise<readonly IncompleteFile[]> {
  const rows = await ROW.all(
    db,
    sql`select f.enrolment_id as id, f.number, f.birth_name as "birthName", f.usage_name as "usageName", f.first_names as "firstNames"
      from office_file f where ${inFiles(scope)} and f.enrolment_id = any(${[...ids]}::uuid[]) order by f.sort_name, f.first_names, f.number`,
  );
  return rows.map(fileOf);
}

async function listFiles(db: Database, scope: Scope, which: RawBuilder<unknown>, page: number) {
  const among = sql`office_file f where ${inFiles(scope)} and f.state = any(${RUNNING_FILES}::text[]) and ${which}`;
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

/** Proposals that wait for a second person. */
export function countProposed(db: Database, scope: Scope): Promise<number> {
  return count(
    db,
    sql`cancellation_standing_of c join office_file f on f.enrolment_id = c.enrolment_id where c.state = 'proposed' and ${inFiles(scope)}`,
  );
}

/**
 * The next files, in the order of names, whose invitation has run out, that lack something and on which no cancellation stands;
 * after this one, then from the beginning.
 */
export async function listExpiredAfter(
  db: Database,
  scope: Scope,
  id: string,
  most: number,
): Promise<readonly string[]> {
  const rows = await ID.all(
    db,
    sql`select f.enrolment_id as id from office_file f left join office_file seen on seen.enrolment_id = ${id}
      where ${inFiles(scope)} and f.state = any(${RUNNING_FILES}::text[]) and f.enrolment_id <> ${id}
        and exists (select from regularisation_end r where r.enrolment_id = f.enrolment_id and r.until <= business_now())
        and exists (select from piece_missing m where m.enrolment_id = f.enrolment_id and m.until <= business_now())
        and not exists (select from cancellation_standing_of c where c.enrolment_id = f.enrolment_id)
      order by (f.sort_name, f.first_names, f.number) <= (seen.sort_name, seen.first_names, seen.number),
        f.sort_name, f.first_names, f.number limit ${most}::int`,
  );
  return rows.map((row) => row.id);
}

const ID = columns({ id: uuid });
const CANCELLED = columns({ ...ROW.shape, cancellation: oneOf(['proposed', 'approved', 'done']) });
export type CancelledFile = IncompleteFile & { readonly cancellation: 'proposed' | 'approved' | 'done' };

/** Nobody reads more of them in one list; the others are found by their number. */
const MOST_CANCELLED = 500;

/** The files of a scope on which a cancellation stands, or only those in one state: what waits for a second person first. */
export async function listCancelled(
  db: Database,
  scope: Scope,
  state: CancelledFile['cancellation'] | null = null,
  most = MOST_CANCELLED,
): Promise<readonly CancelledFile[]> {
  const rows = await CANCELLED.all(
    db,
    sql`select f.enrolment_id as id, f.number, f.birth_name as "birthName", f.usage_name as "usageName", f.first_names as "firstNames", c.state as cancellation
      from cancellation_standing_of c join office_file f on f.enrolment_id = c.enrolment_id where ${inFiles(scope)} and c.state = coalesce(${state}, c.state)
      order by c.state = 'proposed' desc, c.state, f.sort_name, f.number limit ${most}::int`,
  );
  return rows.map(({ cancellation, ...row }) => ({ ...fileOf(row), cancellation }));
}
