import { sql } from 'kysely';
import { PERSON_NAMES, withName } from '../../accounts/index.ts';
import { columns, oneOf, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import {
  count,
  inFiles,
  LISTED,
  type ListedFile,
  listFiles,
  type PageOfFiles,
  RUNNING_FILES,
  type Scope,
} from '../../scope/index.ts';

/** Of those that lack what counts for the validation and whose time is over, or will be at that instant; or who were invited since. */
export function listIncomplete(
  db: Database,
  scope: Scope,
  closesAt: Temporal.Instant,
  page: number,
): Promise<PageOfFiles> {
  const lacks = sql`exists (select from piece_missing m where m.enrolment_id = f.enrolment_id
    and (m.until <= greatest(business_now(), ${closesAt}) or exists (select from regularisation_end r where r.enrolment_id = f.enrolment_id)))`;
  return listFiles(db, scope, lacks, page);
}

/** Proposals that wait for a second person. */
export function countProposed(db: Database, scope: Scope): Promise<number> {
  return count(
    db,
    sql`cancellation_standing_of c join listed_file f on f.enrolment_id = c.enrolment_id where c.state = 'proposed' and ${inFiles(scope)}`,
  );
}

const ID = columns({ id: uuid });

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
    sql`select f.enrolment_id as id from listed_file f left join listed_file seen on seen.enrolment_id = ${id}
      where ${inFiles(scope)} and f.state = any(${RUNNING_FILES}::text[]) and f.enrolment_id <> ${id}
        and exists (select from regularisation_end r where r.enrolment_id = f.enrolment_id and r.until <= business_now())
        and exists (select from piece_missing m where m.enrolment_id = f.enrolment_id and m.until <= business_now())
        and not exists (select from cancellation_standing_of c where c.enrolment_id = f.enrolment_id)
      order by (f.sort_name, f.first_names, f.number) <= (seen.sort_name, seen.first_names, seen.number),
        f.sort_name, f.first_names, f.number limit ${most}::int`,
  );
  return rows.map((row) => row.id);
}

const CANCELLED = columns({ ...LISTED.shape, cancellation: oneOf(['proposed', 'approved', 'done']) });
export type CancelledFile = ListedFile & { readonly cancellation: 'proposed' | 'approved' | 'done' };

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
    sql`select f.enrolment_id as id, f.number, ${PERSON_NAMES.of('f')}, c.state as cancellation
      from cancellation_standing_of c join listed_file f on f.enrolment_id = c.enrolment_id where ${inFiles(scope)} and c.state = coalesce(${state}, c.state)
      order by c.state = 'proposed' desc, c.state, f.sort_name, f.number limit ${most}::int`,
  );
  return rows.map(withName);
}
