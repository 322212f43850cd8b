import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { FileState, FoundFile, Scope } from '../office.ts';
import { personName } from '../rules/personName.ts';
import type { Search } from '../rules/searchWords.ts';
import { inScope } from './scope.ts';

export const PAGE_SIZE = 50;

const STATE = sql`case when e.status = 'registered' then case when e.reserve = 'pending' then 'under-reserve' when e.signed_version = e.version then 'signed' else 'to-sign' end else e.status end`;
const STATES: Readonly<Record<FileState, RawBuilder<boolean>>> = {
  'under-reserve': sql`e.status = 'registered' and e.reserve = 'pending'`,
  'to-sign': sql`e.status = 'registered' and e.reserve is distinct from 'pending' and e.signed_version is distinct from e.version`,
  signed: sql`e.status = 'registered' and e.reserve is distinct from 'pending' and e.signed_version = e.version`,
  validated: sql`e.status = 'validated'`,
  withdrawn: sql`e.status = 'withdrawn'`,
  'set-aside': sql`e.status = 'set-aside'`,
  cancelled: sql`e.status = 'cancelled'`,
};
/** The indexed expression of the migration `500-office`, to the letter. */
const NAME = sql`office_fold(c.birth_name || ' ' || coalesce(c.usage_name, '') || ' ' || c.first_names)`;
/** How like a word a part of the name must be: « Martn » finds Martin, « Marie » does not. */
const LIKENESS = 0.5;

export type FileSearch = { readonly search: Search; readonly state: FileState | null; readonly session: string | null };
export type FoundFiles = {
  readonly total: number;
  readonly files: readonly FoundFile[];
  /** Nobody has exactly this name: these are close. */
  readonly approximate: boolean;
};

/** One page of the files that match; names that are only close when none matches to the letter. */
export async function searchFiles(db: Database, scope: Scope, asked: FileSearch, page: number): Promise<FoundFiles> {
  const { search } = asked;
  if (search.kind === 'wrong-number' || search.kind === 'nothing') return { total: 0, files: [], approximate: false };
  const exact = await find(db, scope, asked, page, matching(search), sql`true`);
  if (exact.total > 0 || search.kind !== 'name') return { ...exact, approximate: false };
  // A page beyond the last counts nothing: only the first one tells whether somebody has this name.
  const nobody = page === 1 || (await find(db, scope, asked, 1, matching(search), sql`true`)).total === 0;
  if (!nobody || !(await hasTrigrams(db))) return { ...exact, approximate: false };
  const { words } = search;
  const near = sql.join(
    words.map((word) => sql`word_similarity(${word}, ${NAME}) >= ${sql.lit(LIKENESS)}`),
    sql` and `,
  );
  const likeness = sql`word_similarity(${words.join(' ')}, ${NAME}) desc`;
  return { ...(await find(db, scope, asked, page, near, likeness)), approximate: true };
}

function matching(search: Exclude<Search, { kind: 'wrong-number' | 'nothing' }>): RawBuilder<unknown> {
  switch (search.kind) {
    case 'everything':
      return sql`true`;
    case 'number':
      return sql`e.number = ${search.number}`;
    case 'serial':
      return sql`e.number like ${`%-${search.digits}-%`}`;
    case 'address':
      return sql`u.email like ${`%${search.part.replace(/[\\%_]/g, '\\$&')}%`}`;
    case 'name':
      return sql.join(
        search.words.map((word) => sql`${NAME} like ${`%${word}%`}`),
        sql` and `,
      );
  }
}

type Row = {
  id: string;
  number: string;
  birthName: string;
  usageName: string | null;
  firstNames: string;
  email: string;
  speciality: string;
  session: string;
  state: FileState;
  missing: number;
  total: number;
};

async function find(
  db: Database,
  scope: Scope,
  asked: FileSearch,
  page: number,
  match: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<{ readonly total: number; readonly files: readonly FoundFile[] }> {
  const sessions = asked.session === null ? scope.sessions : scope.sessions.filter((code) => code === asked.session);
  const { rows } = await sql<Row>`with page as (
      select e.id, e.number, e.speciality, e.session, ${STATE} as state, c.birth_name as "birthName", c.usage_name as "usageName",
        c.first_names as "firstNames", u.email, count(*) over () as total,
        row_number() over (order by ${order}, office_fold(c.birth_name), c.first_names, e.number) as rank
      from enrolment e join candidate c on c.account_id = e.candidate_id join auth_user u on u.id = e.candidate_id
      where ${inScope({ ...scope, sessions })} and ${asked.state === null ? sql`true` : STATES[asked.state]} and ${match}
      order by rank limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}
    )
    select page.*, (select count(*) from piece p where p.enrolment_id = page.id and p.counts_for_validation and (p.status = 'non-compliant' or p.status = 'none'
        and not exists (select from deposit d where d.piece_id = p.id and d.state = 'stored'))) as missing
    from page order by rank`.execute(db);
  const files = rows.map(({ email, total: _, birthName, usageName, firstNames, ...row }) => ({
    ...row,
    address: email,
    name: personName({ birthName, usageName, firstNames }),
  }));
  return { total: rows[0]?.total ?? 0, files };
}

/** Does this database know trigrams? An office whose PostgreSQL forbids extensions searches without them. */
async function hasTrigrams(db: Database): Promise<boolean> {
  const { rows } = await sql<{
    known: boolean;
  }>`select to_regprocedure('word_similarity(text, text)') is not null as known`.execute(db);
  return rows[0]?.known ?? false;
}
