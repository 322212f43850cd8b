import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { columns, flag, integer } from '../database/columns.ts';
import type { Database } from '../database/database.ts';
import { type Due, dueRows } from '../database/due.ts';
import { transact } from '../database/transact.ts';
import { refuse } from '../result.ts';

/** How often something may be tried: `free` times, then a wait that doubles with each further try, up to `longest`. */
export type Patience = {
  readonly free: number;
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
  /** Tries are forgotten after this long without one. */
  readonly forgetAfterSeconds: number;
};

export type Turn = { readonly allowed: true } | { readonly allowed: false; readonly waitSeconds: number };

const TURN = columns({ allowed: flag, waitSeconds: integer });

/**
 * Counts a try before it is made, in the database, so that thirty at once on two nodes are thirty. Real time, never the
 * exam's clock. One statement: the row lock makes concurrent tries queue up.
 */
export async function takeTurn(db: Database, bucket: string, patience: Patience): Promise<Turn> {
  const { free, firstWaitSeconds, longestWaitSeconds, forgetAfterSeconds } = patience;
  const wait = sql`make_interval(secs => least(${longestWaitSeconds}::float8, ${firstWaitSeconds}::float8 * 2 ^ greatest(0, counted - ${free}::int)))`;
  const turn = await TURN.one(
    db,
    sql`insert into throttle as t (bucket, failures, window_ends_at, blocked_until, allowed)
    select ${bucket}, 1, now() + make_interval(secs => ${forgetAfterSeconds}), case when counted >= ${free}::int then now() + ${wait} else '-infinity' end, true
      from (select 1 as counted) as first
    on conflict (bucket) do update set (failures, window_ends_at, blocked_until, allowed) = (
      select case when blocked then t.failures else counted end,
             case when blocked then t.window_ends_at else now() + make_interval(secs => ${forgetAfterSeconds}) end,
             case when blocked then t.blocked_until when counted >= ${free}::int then now() + ${wait} else '-infinity' end,
             not blocked
      from (select t.blocked_until > now() as blocked, case when t.window_ends_at < now() then 1 else t.failures + 1 end as counted) as try)
    returning allowed, ceil(extract(epoch from greatest(blocked_until, now()) - now()))::int as "waitSeconds"`,
  );
  return turn.allowed ? { allowed: true } : { allowed: false, waitSeconds: Math.max(1, turn.waitSeconds) };
}

/** A turn taken and given back: what every door needs of the database. Throws what the database says against it. */
export async function tryATurn(db: Database): Promise<void> {
  await transact(db, async (tx) => {
    await takeTurn(tx, randomUUID(), { free: 1, firstWaitSeconds: 1, longestWaitSeconds: 1, forgetAfterSeconds: 1 });
    return refuse('given back');
  });
}

const FAILURES = columns({ failures: integer });

/**
 * Counts a try before it is made, and refuses nothing: gives how many count now, this one included. Whoever succeeds gives
 * theirs back, so that only failures stay. They are forgotten so long after the first of them: what goes on all day in a
 * school never adds up.
 */
export async function countTry(db: Database, bucket: string, forgetAfterSeconds: number): Promise<number> {
  const counted = await FAILURES.one(
    db,
    sql`insert into throttle as t (bucket, failures, window_ends_at, blocked_until, allowed)
    values (${bucket}, 1, now() + make_interval(secs => ${forgetAfterSeconds}), '-infinity', true)
    on conflict (bucket) do update set
      failures = case when t.window_ends_at < now() then 1 else least(t.failures, 1000000) + 1 end,
      window_ends_at = case when t.window_ends_at < now() then excluded.window_ends_at else t.window_ends_at end
    returning ${FAILURES}`,
  );
  return counted.failures;
}

/** That try was no failure: one less counts, and where tries had to wait one more may be made. */
export async function giveBack(db: Database, bucket: string): Promise<void> {
  await sql`update throttle set failures = failures - 1, blocked_until = '-infinity' where bucket = ${bucket} and failures > 0`.execute(
    db,
  );
}

/** The tries of every bucket that begins so, as somebody who may says. */
export async function forgetTriesUnder(db: Database, beginning: string): Promise<void> {
  await sql`delete from throttle where starts_with(bucket, ${beginning})`.execute(db);
}

/** How many tries count now in the fullest bucket that begins so. */
export async function triesUnder(db: Database, beginning: string): Promise<number> {
  const counted = sql`select coalesce(max(failures), 0)::int as failures from throttle where starts_with(bucket, ${beginning}) and window_ends_at > now()`;
  return (await FAILURES.one(db, counted)).failures;
}

/** For the nightly job. */
export const oldTries: Due = dueRows('throttle', sql`window_ends_at < now() and blocked_until < now()`);

/** After a success: the tries before it no longer count. */
export async function forgetTries(db: Database, bucket: string): Promise<void> {
  await db.deleteFrom('throttle').where('bucket', '=', bucket).execute();
}
