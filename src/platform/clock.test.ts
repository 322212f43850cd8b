import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ownDatabase } from '../testing/database.ts';
import { readMoment, startClock } from './clock.ts';

const { db } = await ownDatabase();

const businessNow = async (): Promise<Temporal.Instant> => {
  const { rows } = await sql<{ now: Temporal.Instant }>`select business_now() as now`.execute(db);
  return rows[0]?.now ?? Temporal.Instant.fromEpochMilliseconds(0);
};
const secondsBetween = (a: Temporal.Instant, b: Temporal.Instant): number => Math.abs(a.until(b).total('seconds'));

describe("The exam's clock", () => {
  it('is real time as long as nobody moved it', async () => {
    expect(secondsBetween(await businessNow(), Temporal.Now.instant())).toBeLessThan(60);
  });

  it('moves for the database and for the pages together, and back', async () => {
    const clock = await startClock(db);
    const eve = Temporal.Instant.from('2023-12-01T16:59:00+01:00');
    await clock.set(eve);
    expect(secondsBetween(clock.now(), eve)).toBeLessThan(60);
    expect(secondsBetween(await businessNow(), eve)).toBeLessThan(60);
    await clock.set(null);
    expect(secondsBetween(clock.now(), Temporal.Now.instant())).toBeLessThan(60);
    clock.stop();
  });

  it('reads the same instant all along one transaction', async () => {
    await db.transaction().execute(async (tx) => {
      const first = await sql<{ now: string }>`select business_now()::text as now`.execute(tx);
      await sql`select pg_sleep(0.02)`.execute(tx);
      const second = await sql<{ now: string }>`select business_now()::text as now`.execute(tx);
      expect(second.rows[0]?.now).toBe(first.rows[0]?.now);
    });
  });

  it('counts back from the time that runs, not from that of a transaction which has waited', async () => {
    await db.transaction().execute(async (tx) => {
      await sql`select pg_sleep(0.05)`.execute(tx);
      const { begunAt, now } = await readMoment(tx, { elapsed: () => 10 });
      expect(begunAt).toEqual(now);
      const before = await readMoment(tx, { elapsed: () => 3_600_000 });
      expect(Temporal.Instant.compare(before.begunAt, now)).toBeLessThan(0);
    });
  });

  it('says now of what the machine does by itself', async () => {
    const { begunAt, now } = await readMoment(db, { elapsed: () => 0 });
    expect(begunAt).toEqual(now);
  });
});
