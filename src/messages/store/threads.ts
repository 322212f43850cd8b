import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import {
  columns,
  flag,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  texts,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { AUTHORS } from '../message.ts';

/** Whose threads. `portfolios`: null: of all groups. */
export type ThreadScope = {
  readonly academy: string;
  readonly sessions: readonly string[];
  readonly portfolios: readonly string[] | null;
};

export type ThreadFilter = {
  /** Only those that wait for an answer, the longest first; else all, the last written first. */
  readonly waiting: boolean;
  readonly session: string | null;
  /** A piece's code, named by a message. */
  readonly piece: string | null;
  /** Who of the office wrote last. */
  readonly officerId: string | null;
};

/** Where the last line of a page stands; the next page begins after it. */
export type Cursor = { readonly at: Temporal.Instant; readonly id: string };

/** `pieces`: of what waits, else of all; `seen`: somebody of the office read what waits. */
const LISTED = columns({
  enrolmentId: id<EnrolmentId>(),
  session: text,
  waitingSince: nullable(instant),
  waiting: integer,
  lastAt: instant,
  lastAuthor: oneOf(AUTHORS),
  officerId: nullable(uuid),
  pieces: texts,
  seen: flag,
  at: present(instant),
});
export type ListedThread = Omit<RowOf<typeof LISTED>, 'at'>;
export type ThreadPage = { readonly threads: readonly ListedThread[]; readonly next: Cursor | null };

/**
 * One page, by the place of its last line and never by a number of lines: the hundredth costs what the first does. Of each session
 * and group the index gives the first ones, which are merged.
 */
export async function listThreads(
  db: Database,
  scope: ThreadScope,
  filter: ThreadFilter,
  { after, size }: { readonly after: Cursor | null; readonly size: number },
): Promise<ThreadPage> {
  const at = filter.waiting ? sql`waiting_since` : sql`last_at`;
  const [beyond, way] = filter.waiting ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`];
  const rows = await LISTED.all(
    db,
    sql`with first as (
        select one.* from unnest(${sessionsOf(scope, filter)}::text[]) s(session) cross join unnest(${scope.portfolios ?? ['']}::text[]) p(portfolio)
          cross join lateral (
            select t.enrolment_id, t.${at} as at from message_thread t
            where t.academy = ${scope.academy} and t.session = s.session ${scope.portfolios === null ? sql`` : sql`and t.portfolio = p.portfolio`}
              ${narrowed(filter)} ${after === null ? sql`` : sql`and (t.${at}, t.enrolment_id) ${beyond} (${after.at}::timestamptz, ${after.id}::uuid)`}
            order by t.${at} ${way}, t.enrolment_id ${way} limit ${size + 1}::int
          ) one
      ),
      page as (select * from first order by at ${way}, enrolment_id ${way} limit ${size + 1}::int)
      select t.enrolment_id as "enrolmentId", t.session, t.waiting_since as "waitingSince", t.waiting, t.last_at as "lastAt", t.last_author as "lastAuthor",
        t.officer_id as "officerId", page.at,
        case when t.waiting = 0 then t.pieces else array(select distinct m.piece from message m where m.enrolment_id = t.enrolment_id
          and m.author = 'candidate' and m.at >= t.waiting_since and m.piece is not null order by 1) end as pieces,
        exists (select from message m join message_reading r on r.message_id = m.id where m.enrolment_id = t.enrolment_id and m.author = 'candidate'
          and m.at >= t.waiting_since) as seen
      from page join message_thread t using (enrolment_id)
      order by page.at ${way}, page.enrolment_id ${way}`,
  );
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    threads: shown.map(({ at: _, ...thread }) => thread),
    next: rows.length > size && last !== undefined ? { at: last.at, id: last.enrolmentId } : null,
  };
}

function sessionsOf({ sessions }: ThreadScope, { session }: ThreadFilter): readonly string[] {
  return session === null ? sessions : sessions.filter((code) => code === session);
}

function narrowed({ waiting, piece, officerId }: ThreadFilter): RawBuilder<unknown> {
  return sql`${waiting ? sql`and t.waiting_since is not null` : sql``} ${officerId === null ? sql`` : sql`and t.officer_id = ${officerId}`}
    ${piece === null ? sql`` : sql`and t.pieces @> array[${piece}]::text[]`}`;
}

const COUNT = columns({ count: integer });

const WAITING_GROUP = columns({ portfolio: nullable(text), count: integer, since: present(instant) });

/** Of each group of specialities in which somebody waits for an answer, how many do and since when the first of them. */
export function threadsByGroup(
  db: Database,
  { academy, sessions, portfolios }: ThreadScope,
): Promise<readonly RowOf<typeof WAITING_GROUP>[]> {
  return WAITING_GROUP.all(
    db,
    sql`select t.portfolio, count(*) as count, min(t.waiting_since) as since from message_thread t
      where t.academy = ${academy} and t.session = any(${[...sessions]}::text[]) and t.waiting_since is not null
        ${portfolios === null ? sql`` : sql`and t.portfolio = any(${[...portfolios]}::text[])`} group by t.portfolio order by since, t.portfolio`,
  );
}

/** How many there are, up to one more than `most`. */
export async function countThreads(
  db: Database,
  scope: ThreadScope,
  filter: ThreadFilter,
  most: number,
): Promise<number> {
  const asked = sql`select count(*) from (select from message_thread t
    where t.academy = ${scope.academy} and t.session = any(${sessionsOf(scope, filter)}::text[])
      ${scope.portfolios === null ? sql`` : sql`and t.portfolio = any(${scope.portfolios}::text[])`} ${narrowed(filter)} limit ${most + 1}::int) counted`;
  return (await COUNT.one(db, asked)).count;
}
