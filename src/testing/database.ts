import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
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
  const { connection, drop } = await createDatabase();
  const pool = connectDatabase(connection, () => undefined);
  await migrate(pool.db, rooms);
  return {
    db: pool.db,
    connection,
    close: async () => {
      await pool.close();
      await drop();
    },
  };
}

export async function createDatabase(
  template = 'template0',
): Promise<{ connection: pg.PoolConfig; drop: () => Promise<void> }> {
  const server = inject('postgres');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${database} template ${template}`);
  return {
    connection: { ...server, database, max: 4, Client: DescribedClient },
    drop: () => administer(`drop database if exists ${database} with (force)`),
  };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ ...inject('postgres'), database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
