import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { cannotStart } from '../cannotStart.ts';
import { columns, flag, nullable, type RowOf, text } from './columns.ts';
import type { Database } from './database.ts';

/** A change of the tables. Its text is frozen: databases that have it remember its SHA-256. */
type FrozenMigration = Migration & { readonly checksum: string };

/** Migrations of one room, by name. Names sort: `010-platform`, `100-accounts`… */
export type Migrations = Readonly<Record<string, FrozenMigration>>;

/** A migration written as SQL: statements separated by a line of `--` dashes are sent one by one. */
export function sqlMigration(text: string): FrozenMigration {
  return {
    checksum: createHash('sha256').update(text).digest('hex'),
    up: async (db) => {
      for (const statement of text.split(/^-{4,}$/m)) if (statement.trim() !== '') await sql.raw(statement).execute(db);
    },
  };
}

/**
 * Applies what is missing, once, also when two nodes start together (advisory lock of the migrator). Returns the names applied.
 * Throws, before it touches anything, where the database was made by other migrations than ours.
 */
export async function migrate(db: Database, rooms: readonly Migrations[]): Promise<readonly string[]> {
  const migrations: Migrations = Object.assign({}, ...rooms);
  const strangers = await strangersIn(db, migrations);
  if (strangers.length > 0) throw cannotStart(`This version can't run on this database: ${strangers.join('; ')}.`);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    allowUnorderedMigrations: true,
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results.find((one) => one.status === 'Error')?.migrationName ?? 'looking for what is missing';
    throw new Error(`Migration failed: ${failed}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  await remember(db, migrations);
  return results.map((one) => one.migrationName);
}

/** What this code wants of the tables and doesn't find, in words; empty when they are its own. */
export async function missingMigrations(db: Database, rooms: readonly Migrations[]): Promise<readonly string[]> {
  const migrations: Migrations = Object.assign({}, ...rooms);
  const applied = new Map((await appliedTo(db)).map(({ name, checksum }) => [name, checksum]));
  return Object.entries(migrations).flatMap(([name, { checksum }]) => {
    const recorded = applied.get(name);
    if (recorded === undefined) return [`migration ${name}`];
    return recorded === null || recorded === checksum ? [] : [`the ${name} of this version: another was applied here`];
  });
}

/** So many names are told; the others are counted. */
const MOST_NAMED = 3;

/** Migrations of a newer version, and those whose text isn't ours, a sentence each. */
async function strangersIn(db: Database, migrations: Migrations): Promise<readonly string[]> {
  const applied = await appliedTo(db);
  const newer = applied.filter(({ name }) => migrations[name] === undefined);
  const edited = applied.filter(({ name, checksum }) => {
    const own = migrations[name];
    return own !== undefined && checksum !== null && checksum !== own.checksum;
  });
  return [
    ...(newer.length === 0
      ? []
      : [
          `a newer Registre made ${named(newer)} in it, which this one doesn't know (docs/operations.md says how to go back)`,
        ]),
    ...(edited.length === 0
      ? []
      : [`the text of ${named(edited)} was changed after it was applied (a migration is never edited)`]),
  ];
}

function named(some: readonly Applied[]): string {
  const names = some.slice(0, MOST_NAMED).map(({ name }) => name);
  const others = some.length - names.length;
  return others === 0 ? names.join(', ') : `${names.join(', ')} and ${others} other migrations`;
}

const TABLES = columns({ migrations: flag, checksums: flag });
const APPLIED = columns({ name: text, checksum: nullable(text) });
type Applied = RowOf<typeof APPLIED>;

/** Without a checksum where it was applied by a version that didn't keep them. */
async function appliedTo(db: Database): Promise<readonly Applied[]> {
  const { migrations, checksums } = await TABLES.one(
    db,
    sql`select to_regclass('kysely_migration') is not null as migrations,
      to_regclass('migration_checksum') is not null as checksums`,
  );
  if (!migrations) return [];
  const checksum = checksums ? sql`(select checksum from migration_checksum c where c.name = m.name)` : sql`null::text`;
  return APPLIED.all(db, sql`select name::text, ${checksum} as checksum from kysely_migration m order by name`);
}

/** What was applied before checksums were kept is taken at our word, once. */
async function remember(db: Database, migrations: Migrations): Promise<void> {
  const checksums = Object.fromEntries(Object.entries(migrations).map(([name, { checksum }]) => [name, checksum]));
  await sql`insert into migration_checksum (name, checksum)
    select key, value from jsonb_each_text(${JSON.stringify(checksums)}::jsonb) on conflict do nothing`.execute(db);
}
