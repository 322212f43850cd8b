import { sql } from 'kysely';
import { columns, instant, type RowOf } from './database/columns.ts';
import type { Database } from './database/database.ts';

/**
 * The exam's clock, for pages that print. It follows `business_now()` of the database, which alone decides inside a
 * transaction; between two looks it runs with this machine's monotonic timer, so a wrong local clock doesn't show.
 */
export type Clock = {
  readonly now: () => Temporal.Instant;
  /** Looks at the database's clock again. */
  readonly refresh: () => Promise<void>;
  /** Moves the exam's clock so that it reads `instant` now (demonstration), or back to real time (null). */
  readonly set: (instant: Temporal.Instant | null) => Promise<void>;
  readonly stop: () => void;
};

const NOW = columns({ now: instant });
const LOOK_EVERY_MS = 5_000;

export async function startClock(db: Database): Promise<Clock> {
  let readAt = 0;
  let reading = Temporal.Now.instant();
  // Asked for many times a page: within a millisecond it is the same instant.
  let last = { after: -1, instant: reading };
  const refresh = async (): Promise<void> => {
    const { now } = await NOW.one(db, sql`select business_now() as now`);
    reading = now;
    readAt = performance.now();
    last = { after: 0, instant: now };
  };
  await refresh();
  const timer = setInterval(() => void refresh().catch(() => undefined), LOOK_EVERY_MS);
  timer.unref();
  return {
    now: () => {
      const after = Math.max(0, Math.round(performance.now() - readAt));
      if (after !== last.after) last = { after, instant: reading.add({ milliseconds: after }) };
      return last.instant;
    },
    refresh,
    set: async (instant) => {
      await sql`update clock set shift = ${instant === null ? sql`'0'` : sql`${instant}::timestamptz - now()`}`.execute(
        db,
      );
      await refresh();
    },
    stop: () => clearInterval(timer),
  };
}

export type Moment = { readonly begunAt: Temporal.Instant; readonly now: Temporal.Instant };

/** As columns of a statement that asks something else too. */
export const MOMENT = { read: instant, now: instant } as const;
export const momentAsked = sql`business_now() + (clock_timestamp() - now()) as read, business_now() as now`;
const READ = columns(MOMENT);

/**
 * When this request began and what time it is, both on the exam's clock. A transaction's time stands still, and it may have
 * waited for a row since: the beginning is counted back from the time that runs, after the answer has come, so that what the way
 * to the database took never makes somebody late.
 */
export async function readMoment(db: Database, act: { readonly elapsed: () => number }): Promise<Moment> {
  return momentOf(await READ.one(db, sql`select ${momentAsked}`), act);
}

export function momentOf({ read, now }: RowOf<typeof READ>, act: { readonly elapsed: () => number }): Moment {
  const begunAt = read.subtract({ microseconds: Math.ceil(act.elapsed() * 1000) });
  return { begunAt: Temporal.Instant.compare(begunAt, now) < 0 ? begunAt : now, now };
}

/** The same for what pages show, without a question to the database, which decides. */
export function momentOnPage({ clock }: { readonly clock: Clock }, visit: { readonly elapsed: () => number }): Moment {
  const now = clock.now();
  return { begunAt: now.subtract({ milliseconds: Math.round(visit.elapsed()) }), now };
}
