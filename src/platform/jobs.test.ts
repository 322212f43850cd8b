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
