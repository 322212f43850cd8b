import { type RawBuilder, sql } from 'kysely';
import { PERSON_NAMES, withName } from '../../accounts/index.ts';
import { columns, integer, oneOf, type RowOf, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import {
  count,
  counted,
  inFiles,
  isMissing,
  keptCount,
  LISTED,
  type ListedFile,
  pageOfFiles,
  RUNNING_FILES,
  runningFiles,
  type Scope,
} from '../../scope/index.ts';
import type { ClosingList, ClosingSearch } from '../rules/closingSearch.ts';

const ID = columns({ id: uuid });

/** `closesAt`: when what is missing counts, were it still ahead. */
export type Incomplete = { readonly closesAt: Temporal.Instant; readonly search: ClosingSearch };

/** Each line says what is missing in words: fifty of them were eleven screens of a telephone; all of a list are chosen at once anyway. */
export const A_PAGE = 20;

/** Of those that lack what counts for the validation and whose time is over, or will be at that instant; or who were invited since. */
export function listIncomplete(
  db: Database,
  scope: Scope,
  which: Incomplete,
  page: number,
): Promise<readonly ListedFile[]> {
  return pageOfFiles(db, scope, isIncomplete(scope, which), page, A_PAGE);
}

/** The same, all of them, up to one more than `most`. */
export async function listAllIncomplete(
  db: Database,
  scope: Scope,
  which: Incomplete,
  most: number,
): Promise<readonly string[]> {
  const rows = await ID.all(
    db,
    sql`select f.enrolment_id as id from ${runningFiles(scope, isIncomplete(scope, which))}
      order by f.sort_name, f.first_names, f.number limit ${most + 1}::int`,
  );
  return rows.map(({ id }) => id);
}

const COUNTED = ['apart', 'to-invite', 'invited', 'expired'] as const;
const COUNTS = columns({ apart: integer, 'to-invite': integer, invited: integer, expired: integer, total: integer });

/** How many there are in each list of incomplete files, whatever list is asked for, and in that one (`total`); each up to one more than `MOST_COUNTED`. */
export async function countIncomplete(
  db: Database,
  scope: Scope,
  { closesAt, search }: Incomplete,
): Promise<RowOf<typeof COUNTS>> {
  const { reader: _, ...same } = scope;
  const among = (list: ClosingSearch['list'], as: string) =>
    sql`${counted(runningFiles(scope, isIncomplete(scope, { closesAt, search: { ...search, list } })))} as ${sql.ref(as)}`;
  const columns = [...COUNTED.map((list) => among(list, list)), among(search.list, 'total')];
  return keptCount(
    db,
    `closing ${JSON.stringify([same, search])}`,
    () => COUNTS.one(db, sql`select ${sql.join(columns)}`),
    (found) => Object.values(found).reduce((sum, count) => sum + count, 0),
  );
}

/** The last invitation of a file, by the time that it says; one that goes by the post is told apart where its case is read. */
const invited = (holds: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select from regularisation_standing r where r.enrolment_id = f.enrolment_id and ${holds})`;
const IS_OPEN = invited(sql`r.until > business_now()`);
const IS_PAST = invited(sql`r.until <= business_now()`);
const HAS_STANDING = sql`exists (select from cancellation_standing_of c where c.enrolment_id = f.enrolment_id)`;
/** Whose piece came in time and could not be taken: few, and found by what the journal says of them. */
const cameInTime = (
  academy: string,
): RawBuilder<unknown> => sql`f.enrolment_id in (select m.enrolment_id from journal_entry j
  join piece_missing m on m.enrolment_id = substring(j.stream from 'enrolment:(.*)')::uuid and m.code = j.data::jsonb ->> 'code'
  where j.academy = ${academy} and j.name = 'piece.turnedAway'
    and not (j.data::jsonb ->> 'confidential')::boolean and (j.data::jsonb ->> 'begunAt')::timestamptz < m.until)`;

const IN_LIST: Readonly<Record<ClosingList, (academy: string) => RawBuilder<unknown>>> = {
  apart: (academy) => sql`not ${IS_OPEN} and ${cameInTime(academy)}`,
  'to-invite': (academy) => sql`not ${IS_OPEN} and not ${IS_PAST} and not ${cameInTime(academy)}`,
  invited: () => IS_OPEN,
  expired: (academy) => sql`${IS_PAST} and not ${cameInTime(academy)} and not ${HAS_STANDING}`,
  proposed: () => HAS_STANDING,
  cancelled: () => HAS_STANDING,
};

function isIncomplete({ academy }: Scope, { closesAt, search }: Incomplete): RawBuilder<unknown> {
  const { list, speciality, piece, wrote } = search;
  const answered = invited(sql`r.answered`);
  const asked = [
    sql`true`,
    ...(list === null ? [] : [IN_LIST[list](academy)]),
    ...(speciality === null ? [] : [sql`f.speciality = ${speciality}`]),
    ...(wrote === null ? [] : [wrote ? answered : sql`not ${answered}`]),
  ];
  return sql`${isMissing(piece)} and exists (select from piece_missing m where m.enrolment_id = f.enrolment_id ${piece === null ? sql`` : sql`and m.code = ${piece}`}
    and (m.until <= greatest(business_now(), ${closesAt}) or ${invited(sql`true`)})) and ${sql.join(asked, sql` and `)}`;
}

/** Proposals that wait for a second person. */
export function countProposed(db: Database, scope: Scope): Promise<number> {
  return count(
    db,
    sql`cancellation_standing_of c join listed_file f on f.enrolment_id = c.enrolment_id where c.state = 'proposed' and ${inFiles(scope)}`,
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
