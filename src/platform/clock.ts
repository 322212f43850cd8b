import { sql } from 'kysely';
import { columns, instant } from './database/columns.ts';
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
  const refresh = async (): Promise<void> => {
    const { now } = await NOW.one(db, sql`select business_now() as now`);
    reading = now;
    readAt = performance.now();
  };
  await refresh();
  const timer = setInterval(() => void refresh().catch(() => undefined), LOOK_EVERY_MS);
  timer.unref();
  return {
    now: () => reading.add({ milliseconds: Math.max(0, Math.round(performance.now() - readAt)) }),
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

const MOMENT = columns({ begunAt: instant, now: instant });

/** When this request began and what time it is, both on the exam's clock. */
export function readMoment(db: Database, act: { readonly elapsed: () => number }): Promise<Moment> {
  return MOMENT.one(
    db,
    sql`select business_now() - make_interval(secs => ${act.elapsed() / 1000}) as "begunAt", business_now() as now`,
  );
}
