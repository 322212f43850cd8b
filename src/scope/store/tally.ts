import { sql } from 'kysely';
import { columns, integer, oneOf, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Scope } from '../scope.ts';

/**
 * What is kept counted, and what `item` then is: `state`: of files, a state or what they wait for (`SOUGHT`); `incomplete`: of running files that
 * lack something, their state; `missing`: of them, the code of a piece; `day`, `hour`: when files were first registered; `draft`: of what was
 * begun alone, ''; `waits`: since which day pieces wait for the office; `decided`: on which day it decided on some.
 */
const WHAT = ['state', 'incomplete', 'missing', 'day', 'hour', 'draft', 'waits', 'decided'] as const;
const TALLIED = columns({
  session: text,
  portfolio: text,
  speciality: text,
  what: oneOf(WHAT),
  item: text,
  count: integer,
});
/** How many there are of one thing; portfolio and speciality are '' where it isn't told apart by them. */
export type Tallied = RowOf<typeof TALLIED>;

/** What was counted of these things in a scope, as it stands in this transaction. */
export function readTally(
  db: Database,
  { academy, sessions, portfolios }: Scope,
  what: readonly Tallied['what'][],
): Promise<readonly Tallied[]> {
  return TALLIED.all(
    db,
    sql`select ${KEY}, sum(t.count)::integer as count from office_tally t
      where t.academy = ${academy} and t.session = any(${sessions}::text[]) and t.what = any(${what}::text[])
        ${portfolios === null ? sql`` : sql`and t.portfolio = any(${portfolios}::text[])`}
      group by ${KEY} having sum(t.count) <> 0`,
  );
}

export function sumOf(rows: readonly Pick<Tallied, 'count'>[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

const KEY = sql`t.session, t.portfolio, t.speciality, t.what, t.item`;
const WHOLE_KEY = sql`t.academy, ${KEY}`;

/** Changes of the same thing become one row again. What commits meanwhile stays, and is added up like before. */
export async function foldTally(tx: Tx): Promise<void> {
  await whileRewriting(tx, () =>
    sql`with twice as (select ${WHOLE_KEY} from office_tally t group by ${WHOLE_KEY} having count(*) > 1),
      gone as (delete from office_tally t using twice w
        where (${WHOLE_KEY}) = (w.academy, w.session, w.portfolio, w.speciality, w.what, w.item) returning t.*)
      insert into office_tally (academy, session, portfolio, speciality, what, item, count)
        select ${WHOLE_KEY}, sum(t.count) from gone t group by ${WHOLE_KEY} having sum(t.count) <> 0`.execute(tx),
  );
}

const WRONG = columns({ wrong: integer });

/** Everything counted anew, from lists that are right; how many counts said something else. */
export async function recountTally(tx: Tx): Promise<number> {
  const same = sql`(academy, session, portfolio, speciality, what, item)`;
  const { wrong } = await whileRewriting(tx, () =>
    WRONG.one(
      tx,
      // One statement, so that what goes and what comes are of one moment.
      sql`with gone as (delete from office_tally returning *), source as materialized (select * from office_tally_source),
        kept as (select ${WHOLE_KEY}, sum(t.count) as count from gone t group by ${WHOLE_KEY} having sum(t.count) <> 0),
        come as (insert into office_tally select * from source)
        select count(*) as wrong from kept k full join source s using ${same} where k.count is distinct from s.count`,
    ),
  );
  return wrong;
}

/** Rows that come otherwise than by triggers, in a dump restored as data alone, are passed over; these aren't. */
async function whileRewriting<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`set local registre.counts = 'yes'`.execute(tx);
  const done = await work();
  await sql`set local registre.counts = ''`.execute(tx);
  return done;
}
