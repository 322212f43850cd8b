import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { ownDatabase } from '../../testing/database.ts';
import { platformMigrations } from '../migrations.ts';
import { columns, integer } from './columns.ts';
import type { Database } from './database.ts';
import { sqlMigration } from './migrate.ts';
import { readingOnce } from './readOnce.ts';

const asked = 'create sequence asked; create table note (n integer not null); insert into note values (1)';
const { db } = await ownDatabase([
  platformMigrations,
  { '900-test': sqlMigration(asked.replaceAll('; ', '\n----\n')) },
]);
// Each reading of the view counts itself, as no statement that draws a number is remembered.
await sql`create function counted() returns integer language sql as $$ select nextval('asked')::integer $$`.execute(db);

const COUNT = columns({ n: integer });
const count = async (db: Database, plus = 0): Promise<number> =>
  (await COUNT.one(db, sql`select counted() + ${plus}::integer as n`)).n - plus;
const write = () => sql`update note set n = n + 1`.execute(db);

it('asks the same once while a page is made, and what differs in a parameter apart', async () => {
  const [one, same, other] = await readingOnce(() => Promise.all([count(db), count(db), count(db, 1)]));
  expect(one).toBe(same);
  expect(other).not.toBe(one);
  expect(await count(db)).not.toBe(await count(db));
  const [next, again] = await Promise.all([readingOnce(() => count(db)), readingOnce(() => count(db))]);
  expect(next).not.toBe(again);
});

it('asks anew once something was written, locked or begun meanwhile, and within a transaction that nobody named', async () => {
  await readingOnce(async () => {
    const first = await count(db);
    await write();
    const second = await count(db);
    expect(second).not.toBe(first);
    await db.transaction().execute(async (tx) => {
      expect(await count(tx)).not.toBe(await count(tx));
      const [one, same] = await readingOnce(async () => [await count(tx), await count(tx)], tx);
      expect(one).toBe(same);
      expect(await readingOnce(async () => (await count(tx)) - (await count(tx)))).not.toBe(0);
    });
    expect(await count(db)).not.toBe(second);
  });
});

it('asks again what failed', async () => {
  await readingOnce(async () => {
    const absent = () => COUNT.all(db, sql`select n from elsewhere`);
    await expect(absent()).rejects.toThrow('elsewhere');
    await sql`create table elsewhere (n integer not null)`.execute(db);
    expect(await absent()).toEqual([]);
  });
});
