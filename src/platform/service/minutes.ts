import { sql } from 'kysely';
import { columns, flag, instant, integer, nullable, text } from '../database/columns.ts';
import type { Database } from '../database/database.ts';
import { type Due, dueRows, lasting } from '../database/due.ts';
import type { NodeMinute, ServiceMinute } from './serviceMinute.ts';

/** What is asked of the present is true of the minute that has just ended, and of none that waited for the database. */
const isLast = ({ minute }: NodeMinute) => sql`${minute}::timestamptz > now() - interval '2 minutes'`;

/** A node that was started again within a minute adds to what it wrote before. */
export async function writeMinute(db: Database, node: string, one: NodeMinute): Promise<void> {
  await sql`insert into service_minute as old (minute, node, requests, refused, faults, slow, lag_ms, away, mail_seconds, troubles)
    select ${one.minute}, ${node}, ${one.requests}::int, ${one.refused}::int, ${one.faults}::int, ${one.slow}::int, ${one.lagMs}::int, ${one.away},
      (select coalesce(extract(epoch from now() - min(created_at)), 0)::int from mail where state in ('waiting', 'sending') and ${isLast(one)}),
      (select string_agg(distinct sort, ' ' order by sort) from trouble where seen_at > now() - interval '2 minutes' and ${isLast(one)})
    on conflict (minute, node) do update set requests = old.requests + excluded.requests, refused = old.refused + excluded.refused,
      faults = old.faults + excluded.faults, slow = old.slow + excluded.slow, lag_ms = greatest(old.lag_ms, excluded.lag_ms),
      away = old.away and excluded.away, mail_seconds = greatest(old.mail_seconds, excluded.mail_seconds),
      troubles = coalesce(excluded.troubles, old.troubles)`.execute(db);
}

const MINUTE = columns({
  minute: instant,
  requests: integer,
  refused: integer,
  faults: integer,
  slow: integer,
  lagMs: integer,
  away: flag,
  mailSeconds: integer,
  troubles: text,
});

/** Each minute of that time that a node wrote, on the exam's clock, the first first. */
export async function listMinutes(
  db: Database,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<readonly ServiceMinute[]> {
  const rows = await MINUTE.all(
    db,
    sql`select m.minute + c.shift as minute, sum(m.requests)::int as requests, sum(m.refused)::int as refused, sum(m.faults)::int as faults,
        sum(m.slow)::int as slow, max(m.lag_ms) as "lagMs", bool_and(m.away) as away, coalesce(max(m.mail_seconds), 0) as "mailSeconds",
        coalesce(string_agg(distinct m.troubles, ' '), '') as troubles
      from service_minute m cross join clock c where m.minute >= ${from}::timestamptz - c.shift and m.minute < ${until}::timestamptz - c.shift
      group by m.minute, c.shift order by m.minute`,
  );
  return rows.map(({ troubles, ...row }) => ({ ...row, troubles: [...new Set(troubles.split(' ').filter(Boolean))] }));
}

const FIRST = columns({ first: nullable(instant) });

/** Since when minutes are known, on the exam's clock; null: no node wrote any. */
export async function measuredSince(db: Database): Promise<Temporal.Instant | null> {
  return (await FIRST.one(db, sql`select min(minute) + (select shift from clock) as first from service_minute`)).first;
}

export function oldMinutes(kept: Temporal.Duration): Due {
  return dueRows('service_minute', sql`minute < now() - ${lasting(kept)}`);
}
