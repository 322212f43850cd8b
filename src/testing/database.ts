import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { connectDatabase, type Database } from '../platform/database/database.ts';
import { type Migrations, migrate } from '../platform/database/migrate.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { DescribedClient } from './statements.ts';

export type TestDatabase = {
  readonly db: Database;
  readonly connection: pg.PoolConfig;
  readonly close: () => Promise<void>;
};

/** A database of its own, empty but for the tables of the rooms asked for. */
export async function emptyDatabase(rooms: readonly Migrations[] = [platformMigrations]): Promise<TestDatabase> {
  const { connection, drop } = await createDatabase(await migratedTemplate(rooms));
  const pool = connectDatabase(connection, () => undefined);
  return {
    db: pool.db,
    connection,
    close: async () => {
      await pool.close();
      await drop();
    },
  };
}

/** One that closes itself. */
export type OwnDatabase = Omit<TestDatabase, 'close'>;

/** The same for the head of a test file: it closes itself after the last test. */
export async function ownDatabase(rooms?: readonly Migrations[]): Promise<OwnDatabase> {
  const { close, ...own } = await emptyDatabase(rooms);
  afterAll(close);
  return own;
}

/** A database with these tables to copy from, made once in the cluster: copying takes a tenth of the time of migrating. */
export async function migratedTemplate(rooms: readonly Migrations[]): Promise<string> {
  const checksums = rooms.flatMap((room) => Object.entries(room).map(([name, { checksum }]) => `${name} ${checksum}`));
  const template = `empty_${createHash('sha256').update(checksums.join('\n')).digest('hex').slice(0, 32)}`;
  await administer(async (client) => {
    await client.query('select pg_advisory_lock(1)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 1) return;
    const draft = `${template}_draft`;
    await client.query(`drop database if exists ${draft}`);
    await client.query(`create database ${draft} template template0`);
    const pool = connectDatabase({ ...inject('postgres'), database: draft, max: 2 }, () => undefined);
    await migrate(pool.db, rooms).finally(pool.close);
    await client.query(`alter database ${draft} rename to ${template}`);
  });
  return template;
}

export async function createDatabase(
  template = 'template0',
): Promise<{ connection: pg.PoolConfig; drop: () => Promise<void> }> {
  const server = inject('postgres');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  // Copied as files: page by page through the log, which nothing here reads, takes the server three times as long.
  await administer((client) => client.query(`create database ${database} template ${template} strategy file_copy`));
  return {
    // A busy machine is no storm: here a wait for a connection isn't refused after five seconds.
    connection: { ...server, database, max: 4, connectionTimeoutMillis: 120_000, Client: DescribedClient },
    drop: () => administer((client) => client.query(`drop database if exists ${database} with (force)`)),
  };
}

async function administer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ ...inject('postgres'), database: 'postgres' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
