import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { connectDatabase } from '../platform/database/database.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { ownDatabase } from '../testing/database.ts';
import { openLine } from '../testing/line.ts';
import { openBanners } from './liveBanners.ts';
import { incidentMigrations } from './migrations.ts';
import { oldBanners } from './store.ts';

const { db, connection } = await ownDatabase([platformMigrations, incidentMigrations]);

const write = (academy: string, hours: number) =>
  sql`insert into banner (academy, words, until, version, head_id) values (${academy}, ${`De ${academy}`},
    date_trunc('minute', business_now()) + make_interval(hours => ${hours}::int), 1, gen_random_uuid())`.execute(db);

it('Banners are the same array until one comes or goes, stand while the database is away, and end at their time', async () => {
  const line = await openLine(connection);
  const pool = connectDatabase({ ...connection, host: '127.0.0.1', port: line.port }, () => undefined);
  let now = Temporal.Now.instant();
  const live = await openBanners(pool.db, { now: () => now });
  live.stop();
  expect(live.current()).toEqual([]);
  await write('clermont', 2);
  await live.refresh();
  const first = live.current();
  expect(first.map(({ words }) => words)).toEqual(['De clermont']);
  await live.refresh();
  expect(live.current()).toBe(first);
  await write('lyon', 1);
  await line.cut();
  await expect(live.refresh()).rejects.toThrow();
  expect(live.current()).toBe(first);
  await line.restore();
  await live.refresh();
  expect(live.current().map(({ academy }) => academy)).toEqual(['clermont', 'lyon']);
  now = now.add({ minutes: 90 });
  expect(live.current().map(({ academy }) => academy)).toEqual(['clermont']);
  await pool.close();
  await line.cut();
});

it('A banner is erased the day after its time', async () => {
  await sql`update banner set until = until - interval '26 hours' where academy = 'clermont'`.execute(db);
  await db.transaction().execute(oldBanners.erase);
  expect((await sql`select academy from banner`.execute(db)).rows).toEqual([{ academy: 'lyon' }]);
});
