import { sql } from 'kysely';
import { type Clock, startClock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';

const followers = new Map<Database, Clock[]>();

/**
 * The exam's clock for the pages of a test. It follows `setClock` at once and nothing else: a clock that looks every few
 * seconds makes a test say one thing on a fast machine and another on a slow one.
 */
export async function followedClock(db: Database): Promise<Clock> {
  const clock = await startClock(db);
  clock.stop();
  followers.set(db, [...(followers.get(db) ?? []), clock]);
  return clock;
}

/**
 * Moves the exam's clock: that of the database, and those of pages. It goes on from there: before a limit leave it a minute, which a
 * busy machine doesn't use up, and past it one too, since what the way to the database takes is counted for who writes (`readMoment`).
 * The last second before it and the first after are for tests of rules, which have no clock.
 */
export async function setClock(db: Database, instant: Temporal.Instant): Promise<void> {
  await sql`update clock set shift = ${instant}::timestamptz - now()`.execute(db);
  for (const clock of followers.get(db) ?? []) await clock.refresh();
}
