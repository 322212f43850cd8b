import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createDatabase, ownDatabase } from '../../testing/database.ts';
import { platformMigrations } from '../migrations.ts';
import { ok, refuse } from '../result.ts';
import { connectDatabase, isOutage, violatedConstraint } from './database.ts';
import { migrate, sqlMigration } from './migrate.ts';
import { transact } from './transact.ts';

const { db } = await ownDatabase([
  platformMigrations,
  { '900-test': sqlMigration('create table note (id int primary key, at timestamptz, day date, big bigint)') },
]);

const count = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from note`.execute(db)).rows[0]?.n ?? -1;

describe('Migrations', () => {
  it('are applied once when two nodes start together', async () => {
    const { connection, drop } = await createDatabase();
    const nodes = [connectDatabase(connection, () => undefined), connectDatabase(connection, () => undefined)];
    const applied = await Promise.all(nodes.map((node) => migrate(node.db, [platformMigrations])));
    expect(applied.flat().sort()).toEqual(Object.keys(platformMigrations).sort());
    for (const node of nodes) await node.close();
    await drop();
  });
});

describe('The database', () => {
  it('is of the version that this run of the tests is for', async () => {
    const { rows } = await sql<{ major: number }>`
      select current_setting('server_version_num')::int / 10000 as major`.execute(db);
    expect(rows).toEqual([{ major: Number(process.env.REGISTRE_TEST_POSTGRES) }]);
  });

  it('takes and gives instants and days as Temporal, and counts as numbers', async () => {
    const at = Temporal.Instant.from('2023-10-29T02:30:00.123456+02:00');
    const day = Temporal.PlainDate.from('2024-02-29');
    await sql`insert into note values (1, ${at}, ${day}, 12)`.execute(db);
    const { rows } = await sql<{
      at: Temporal.Instant;
      day: Temporal.PlainDate;
      big: number;
    }>`select at, day, big from note where id = ${1}`.execute(db);
    expect(rows[0]?.at.equals(at)).toBe(true);
    expect(rows[0]?.day.equals(day)).toBe(true);
    expect(rows[0]?.big).toBe(12);
  });

  it('keeps nothing of a refused act', async () => {
    const before = await count();
    const refused = await transact(db, async (tx) => {
      await sql`insert into note (id) values (${50})`.execute(tx);
      return refuse({ code: 'closed' });
    });
    expect(refused).toEqual({ ok: false, error: { code: 'closed' } });
    expect(await count()).toBe(before);
    await transact(db, async (tx) => {
      await sql`insert into note (id) values (${51})`.execute(tx);
      return ok(null);
    });
    expect(await count()).toBe(before + 1);
  });

  it('names the unique constraint that a write ran into', async () => {
    const twice = sql`insert into note (id) values (${60}), (${60})`.execute(db);
    expect(violatedConstraint(await twice.catch((error: unknown) => error))).toBe('note_pkey');
  });

  it('loses a connection between two statements of an act: the act is refused as an outage, the process lives on', async () => {
    const cut = db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`.execute(db);
      await setTimeout(100);
      await sql`insert into note (id) values (${70})`.execute(tx);
    });
    expect(isOutage(await cut.catch((error: unknown) => error))).toBe(true);
    expect((await sql`select from note where id = ${70}`.execute(db)).rows).toEqual([]);
  });

  it('tells an outage from a refusal', async () => {
    const nobody = connectDatabase(
      { host: '127.0.0.1', port: 1, user: 'x', password: 'x', database: 'x' },
      () => undefined,
    );
    const outage = await sql`select 1`.execute(nobody.db).catch((error: unknown) => error);
    const refusal = await sql`select 1 / 0`.execute(db).catch((error: unknown) => error);
    expect([isOutage(outage), isOutage(refusal)]).toEqual([true, false]);
    // As pg-boss emits it.
    expect(isOutage({ message: 'connect ECONNREFUSED', code: 'ECONNREFUSED', queue: 'mail.send' })).toBe(true);
    await nobody.close();
  });
});
