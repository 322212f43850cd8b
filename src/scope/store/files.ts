import { type RawBuilder, sql } from 'kysely';
import { PERSON_NAMES, withName } from '../../accounts/index.ts';
import { columns, integer, oneOf, present, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { MOST_COUNTED, pagesOf } from '../rules/counts.ts';
import type { Figures, Search } from '../rules/searchWords.ts';
import { FILE_STATES, type FileState, type FoundFile, RUNNING_FILES, type Scope, type Sought } from '../scope.ts';
import { count } from './counted.ts';
import { bySerial, hasNumber, inFiles } from './scope.ts';
import { type MeantWords, wordsNear, wordsWith } from './words.ts';

export const PAGE_SIZE = 50;

export type FileSearch = {
  readonly search: Search;
  readonly state: Sought | null;
  readonly session: string | null;
  readonly speciality?: string | null;
  /** A piece that is still to come, by its code. */
  readonly lacks?: string | null;
};
export type FoundFiles = {
  /** Up to one more than `MOST_COUNTED`. */
  readonly total: number;
  readonly files: readonly FoundFile[];
  /** Nobody has exactly this name: these are close. */
  readonly approximate: boolean;
};

/** Where the files stand among which one looks. */
type Among = {
  readonly scope: Scope;
  readonly states: readonly FileState[];
  /** Of which a piece is still to come, or none is; null: whichever. */
  readonly missing: boolean | null;
  readonly speciality: string | null;
  readonly lacks: string | null;
  readonly page: number;
};

type Found = Pick<FoundFiles, 'total'> & { readonly rows: readonly Row[] };

/** One page of the files that match; names that are only close when none matches to the letter. */
export async function searchFiles(db: Database, scope: Scope, asked: FileSearch, page: number): Promise<FoundFiles> {
  const { state, session, speciality = null, lacks = null } = asked;
  const sessions = session === null ? scope.sessions : scope.sessions.filter((code) => code === session);
  const among: Among = { scope: { ...scope, sessions }, ...statesOf(state), speciality, lacks, page };
  if (page > pagesOf(MOST_COUNTED, PAGE_SIZE)) return { total: 0, files: [], approximate: false };
  const { rows, total, approximate } = await findRows(db, among, asked.search);
  return {
    total,
    approximate,
    files: rows.map(withName),
  };
}

function statesOf(sought: Sought | null): Pick<Among, 'states' | 'missing'> {
  if (sought === null) return { states: FILE_STATES, missing: null };
  if (sought === 'complete') return { states: ['signed', 'validated'], missing: false };
  // What a validated file still owes is due later.
  if (sought === 'unsigned') return { states: ['to-sign'], missing: true };
  if (sought === 'incomplete') return { states: RUNNING_FILES.filter((one) => one !== 'validated'), missing: true };
  return sought === 'missing-pieces' || sought === 'all-given'
    ? { states: ['signed'], missing: sought === 'missing-pieces' }
    : { states: [sought], missing: null };
}

async function findRows(db: Database, among: Among, search: Search): Promise<Found & Pick<FoundFiles, 'approximate'>> {
  const exactly = (found: Found) => ({ ...found, approximate: false });
  switch (search.kind) {
    case 'wrong-number':
    case 'nothing':
      return { rows: [], total: 0, approximate: false };
    case 'everything':
      return exactly(await walk(db, among, sql`true`, sql`office_file f where ${within(among)}`));
    case 'number':
      return exactly(await gather(db, among, hasNumber(search.number)));
    case 'figures':
      return exactly(await gather(db, among, hasFigures(search)));
    case 'address':
      return exactly(await gather(db, among, hasPart(search.part)));
    case 'chosen':
      return exactly(await gather(db, among, sql`f.enrolment_id = any(${search.ids}::uuid[])`));
    case 'name':
      return findNames(db, among, search);
  }
}

/** Part of a mail, in whose place % and _ are letters like others. */
function hasPart(part: string): RawBuilder<unknown> {
  return sql`f.address like ${`%${part.replace(/[\\%_]/g, '\\$&')}%`}`;
}

/** By any of what the figures may be. */
function hasFigures({ serial, phone, ends, day, days }: Figures): RawBuilder<unknown> {
  const ways = [
    ...(serial === null ? [] : [bySerial(serial)]),
    ...(phone === null ? [] : [sql`f.phones @> array[${phone}::text]`]),
    ...(ends === null ? [] : [sql`office_phone_ends(f.phones) @> array[${ends}::text]`]),
    ...(day === null ? [] : [sql`f.birth_date = ${day.toString()}::date`]),
    ...(days.length === 0 ? [] : [sql`f.birth_date = any(${days.map(String)}::date[])`]),
  ];
  return sql`(${sql.join(ways, sql` or `)})`;
}

async function findNames(
  db: Database,
  among: Among,
  { words, part }: Extract<Search, { kind: 'name' }>,
): Promise<Found & Pick<FoundFiles, 'approximate'>> {
  const meant = await Promise.all(words.map((word) => wordsWith(db, word)));
  const known = meant.filter((one) => one !== null);
  const exact = await findExactly(db, among, words, known);
  if (exact.total > 0) return { ...exact, approximate: false };
  const mailed = part === null ? exact : await gather(db, among, hasPart(part));
  if (mailed.total > 0) return { ...mailed, approximate: false };
  const near = await Promise.all(words.map((word) => wordsNear(db, word)));
  if (near.some((one) => one.words.length === 0)) return { ...exact, approximate: false };
  const [alone] = near;
  const found =
    near.length === 1 && alone !== undefined && among.speciality === null
      ? await spell(db, among, alone)
      : await gather(db, among, standsIn(near), likeness(near));
  return { ...found, approximate: true };
}

/** Some words are in so many files that the first ones are sooner met in their order than gathered and sorted. */
const MANY = 2 * MOST_COUNTED;
/** Of more words than these, the first files of each are too many to be merged. */
const MOST_SPELLED = 100;

function findExactly(
  db: Database,
  among: Among,
  words: readonly string[],
  known: readonly MeantWords[],
): Promise<Found> {
  const [alone] = known;
  const spelled = words.length === 1 && alone !== undefined && among.speciality === null;
  if (spelled && alone.words.length <= MOST_SPELLED) return spell(db, among, alone);
  const like = sql.join(
    words.map((word) => sql`f.names like ${`%${word}%`}`),
    sql` and `,
  );
  const rare = known.some(({ seen }) => seen <= MANY) || (words.length > 1 && known.length > 1);
  const indexed = known.length === 0 ? sql`true` : standsIn(known);
  return rare
    ? gather(db, among, sql`${indexed} and ${like}`)
    : walk(db, among, like, sql`office_file f where ${within(among)} and ${indexed} and ${like}`);
}

const WORDS = sql`string_to_array(f.names, ' ')`;

function standsIn(meant: readonly MeantWords[]): RawBuilder<unknown> {
  return sql.join(
    meant.map(({ words }) => sql`${WORDS} && ${words.map(({ word }) => word)}::text[]`),
    sql` and `,
  );
}

/** For each typed word, the best of those it may mean that stand in the name. */
function likeness(meant: readonly MeantWords[]): RawBuilder<unknown> {
  const best = meant.map(
    ({
      words,
    }) => sql`(select max(l.likeness) from unnest(${words.map(({ word }) => word)}::text[], ${words.map((one) => one.likeness)}::float8[])
      l(word, likeness) where l.word = any(${WORDS}))`,
  );
  return sql`${sql.join(best, sql` + `)} desc,`;
}

function within(among: Among): RawBuilder<unknown> {
  return sql`${inFiles(among.scope)} ${ofStates(among, sql`f`)} ${ofSpeciality(among)}`;
}

function ofSpeciality({ speciality }: Among): RawBuilder<unknown> {
  return speciality === null ? sql`` : sql`and f.speciality = ${speciality}`;
}

function ofStates(among: Among, row: RawBuilder<unknown>): RawBuilder<unknown> {
  const { states } = among;
  const these = states.length === FILE_STATES.length ? sql`` : sql`and ${row}.state = any(${states}::text[])`;
  return sql`${these} ${ofPieces(among, row)}`;
}

function ofPieces({ states, missing, lacks }: Among, row: RawBuilder<unknown>): RawBuilder<unknown> {
  if (lacks !== null) return sql`and ${missingOf(row)} @> array[${lacks}::text]`;
  if (missing === null) return sql``;
  // What a validated file may still owe is due later, and doesn't make it incomplete.
  return missing || states.length === 1
    ? sql`and ${isMissing(row)} = ${missing}`
    : sql`and (${row}.state <> 'signed' or ${isMissing(row)} = ${missing})`;
}

/** Is a piece of this file still to come, or to come again? Kept with the file. */
function isMissing(row: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${missingOf(row)} <> '{}')`;
}

function missingOf(row: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select m.missing from office_file m where m.enrolment_id = ${row}.enrolment_id)`;
}

const ROW = columns({
  id: uuid,
  number: text,
  speciality: present(text),
  session: text,
  state: oneOf(FILE_STATES),
  ...PERSON_NAMES.shape,
});
type Row = RowOf<typeof ROW>;
const GATHERED = columns({ ...ROW.shape, total: integer });

const SHOWN = sql`f.enrolment_id as id, f.number, f.speciality, f.session, f.state, ${PERSON_NAMES.of('f')}`;
const ORDER = sql`sort_name, first_names, number`;

/** Few match: they are all found, then sorted. */
async function gather(
  db: Database,
  among: Among,
  match: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql``,
): Promise<Found> {
  const rows = await GATHERED.all(
    db,
    sql`with found as materialized (
        select f.enrolment_id, f.names, f.sort_name, f.first_names, f.number from office_file f where ${within(among)} and ${match} limit ${MANY}::int
      ),
      page as (
        select enrolment_id, count(*) over () as total, row_number() over (order by ${order} ${ORDER}) as rank from found f order by rank ${slice(among)}
      )
      select ${SHOWN}, page.total from page join office_file f using (enrolment_id) order by page.rank`,
  );
  return {
    total: rows[0]?.total ?? (await totalBefore(db, among, match)),
    rows: rows.map(({ total: _, ...row }) => row),
  };
}

/** A page beyond the last one counts nothing by itself. */
async function totalBefore(db: Database, among: Among, match: RawBuilder<unknown>): Promise<number> {
  return among.page === 1 ? 0 : (await gather(db, { ...among, page: 1 }, match)).total;
}

/** Many match: the first ones of each session, group and state in the index's order, merged. */
async function walk(db: Database, among: Among, match: RawBuilder<unknown>, all: RawBuilder<unknown>): Promise<Found> {
  const { scope, states, page } = among;
  const portfolio = scope.portfolios === null ? sql`` : sql`and f.portfolio = p.portfolio`;
  const [rows, total] = await Promise.all([
    ROW.all(
      db,
      sql`with first as (
          select f.* from unnest(${scope.sessions}::text[]) s(session) cross join unnest(${scope.portfolios ?? ['']}::text[]) p(portfolio)
            cross join unnest(${states}::text[]) t(state) cross join lateral (
              select f.enrolment_id, f.sort_name, f.first_names, f.number from office_file f where f.academy = ${scope.academy}
                and f.session = s.session ${portfolio} and f.state = t.state and ${match} ${ofSpeciality(among)} ${ofPieces(among, sql`f`)} order by ${ORDER} limit ${page * PAGE_SIZE}::int
            ) f
        ),
        page as (select enrolment_id from first order by ${ORDER} ${slice(among)})
        select ${SHOWN} from page join office_file f using (enrolment_id) order by ${ORDER}`,
    ),
    count(db, all),
  ]);
  return { total, rows };
}

/** One word was typed: the first files of each that it may mean, in the index's order, merged; the likest before. */
async function spell(db: Database, among: Among, { words }: MeantWords): Promise<Found> {
  const { scope, page } = among;
  const meant = words.map(({ word }) => word);
  const named = sql`n.academy = ${scope.academy} ${ofStates(among, sql`n`)}
    ${scope.portfolios === null ? sql`` : sql`and n.portfolio = any(${scope.portfolios}::text[])`}`;
  const all = sql`select n.enrolment_id from office_name n where ${named} and n.word = any(${meant}::text[])
    and n.session = any(${scope.sessions}::text[])`;
  const [rows, total] = await Promise.all([
    ROW.all(
      db,
      sql`with first as (
          select n.enrolment_id, n.sort_name, n.first_names, n.number, max(m.likeness) as likeness
            from unnest(${meant}::text[], ${words.map((one) => one.likeness)}::float8[]) m(word, likeness)
              cross join unnest(${scope.sessions}::text[]) s(session) cross join lateral (
                select n.enrolment_id, n.sort_name, n.first_names, n.number from office_name n
                  where ${named} and n.word = m.word and n.session = s.session order by ${ORDER} limit ${page * PAGE_SIZE}::int
              ) n
            group by n.enrolment_id, n.sort_name, n.first_names, n.number
        ),
        page as (select enrolment_id, likeness from first order by likeness desc, ${ORDER} ${slice(among)})
        select ${SHOWN} from page join office_file f using (enrolment_id) order by page.likeness desc, ${ORDER}`,
    ),
    // Who bears two of the words is one.
    count(
      db,
      meant.length === 1 ? sql`(${all}) n` : sql`(select distinct n.enrolment_id from (${all} limit ${MANY}::int) n) n`,
    ),
  ]);
  return { total, rows };
}

function slice({ page }: Among): RawBuilder<unknown> {
  return sql`limit ${PAGE_SIZE}::int offset ${(page - 1) * PAGE_SIZE}::int`;
}
