import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import { createJobs } from './jobs.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await emptyDatabase();
});
afterAll(() => test.close());

it('does its nightly work at twenty to four in Paris, once for all nodes', async () => {
  const work = vi.fn(async () => undefined);
  const nodes = [0, 1].map(() => createJobs(test.connection, () => undefined));
  for (const node of nodes) {
    node.everyNight('housekeeping', work);
    await node.start();
  }
  const { rows } = await sql`select name, cron, timezone from pgboss.schedule where name = 'housekeeping'`.execute(
    test.db,
  );
  expect(rows).toEqual([{ name: 'housekeeping', cron: '40 3 * * *', timezone: 'Europe/Paris' }]);
  for (const node of nodes) await node.stop();
});

it('does the work of every minute at once where it is asked for, and leaves that of the night', async () => {
  const [minute, night] = [vi.fn(async () => undefined), vi.fn(async () => undefined)];
  const jobs = createJobs(test.connection, () => undefined);
  jobs.everyMinute('minute', minute);
  jobs.everyNight('night', night);
  await jobs.start();
  await jobs.minuteNow();
  const { rows } = await sql`select name from pgboss.job where name in ('minute', 'night')`.execute(test.db);
  expect(rows).toEqual([{ name: 'minute' }]);
  // Anybody may ask in a demonstration: fifty times at once are two at most, this one and the next.
  await Promise.all(Array.from({ length: 50 }, () => jobs.minuteNow()));
  const after = await sql<{ n: number }>`select count(*)::int as n from pgboss.job where name = 'minute'`.execute(
    test.db,
  );
  expect(after.rows[0]?.n).toBeLessThanOrEqual(4);
  await vi.waitFor(() => expect(minute).toHaveBeenCalled(), { timeout: 60_000, interval: 100 });
  expect(night).not.toHaveBeenCalled();
  await jobs.stop();
});

declare module './jobs.ts' {
  interface JobKinds {
    'test.note': { readonly name: string };
    'test.later': { readonly name: string };
  }
}

it('does each job of a batch for itself: one that fails holds up none, and has none done twice', async () => {
  const done: string[] = [];
  const faults: string[] = [];
  const jobs = createJobs(test.connection, (error) => faults.push(String(error)));
  jobs.handle('test.note', async ({ name }) => {
    if (name === 'bad') throw new Error('not today');
    done.push(name);
  });
  await jobs.start();
  await test.db.transaction().execute(async (tx) => {
    for (const name of ['one', 'bad', 'two']) await jobs.enqueue(tx, 'test.note', { name });
  });
  await vi.waitFor(() => expect(faults.length).toBeGreaterThan(1), { timeout: 60_000, interval: 100 });
  expect(done.toSorted()).toEqual(['one', 'two']);
  expect(faults[0]).toBe('Error: not today');
  await jobs.stop();
});

it('begins what can wait once the node is calm, and leaves it to another where it stops before', async () => {
  const done: string[] = [];
  let calm = false;
  const asked = vi.fn(() => calm);
  const open = async (isCalm: () => boolean) => {
    const jobs = createJobs(test.connection, () => undefined, isCalm);
    jobs.handle('test.later', async ({ name }) => void done.push(name), 'when-calm');
    await jobs.start();
    return jobs;
  };
  const jobs = await open(asked);
  await test.db.transaction().execute((tx) => jobs.enqueue(tx, 'test.later', { name: 'one' }));
  await vi.waitFor(() => expect(asked).toHaveBeenCalled(), { timeout: 60_000, interval: 100 });
  expect(done).toEqual([]);
  await jobs.stop();
  expect(done).toEqual([]);
  calm = true;
  const other = await open(asked);
  await vi.waitFor(() => expect(done).toEqual(['one']), { timeout: 60_000, interval: 100 });
  await other.stop();
});

it('tries again for nine days, so that an outage of a relay over a week-end loses nothing', async () => {
  const { rows } = await sql<{ tries: number; wait: number }>`
    select retry_limit as tries, retry_delay_max as wait from pgboss.job where name = 'test.note'`.execute(test.db);
  for (const { tries, wait } of rows) expect((tries * wait) / 86_400).toBeGreaterThan(9);
});
