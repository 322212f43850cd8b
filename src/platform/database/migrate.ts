import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';

/** Migrations of one room, by name. Names sort: `010-platform`, `100-accounts`… */
export type Migrations = Readonly<Record<string, Migration>>;

/** A migration written as SQL: statements separated by a line of `--` dashes are sent one by one. */
export function sqlMigration(text: string): Migration {
  return {
    up: async (db) => {
      for (const statement of text.split(/^-{4,}$/m)) if (statement.trim() !== '') await sql.raw(statement).execute(db);
    },
  };
}

/** Applies what is missing, once, also when two nodes start together (advisory lock of the migrator). Returns the names applied. */
export async function migrate(db: Database, rooms: readonly Migrations[]): Promise<readonly string[]> {
  const migrations: Record<string, Migration> = Object.assign({}, ...rooms);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    allowUnorderedMigrations: true,
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw new Error(`Migration failed: ${results.find((one) => one.status === 'Error')?.migrationName ?? ''}`, {
      cause: error,
    });
  return results.map((one) => one.migrationName);
}

/** The names of what is missing; empty when the tables are those this code wants. */
export async function unapplied(db: Database, rooms: readonly Migrations[]): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const applied = new Set(rows.map(({ name }) => name));
  return rooms.flatMap((room) => Object.keys(room)).filter((name) => !applied.has(name));
}
