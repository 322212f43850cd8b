import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { migrations } from './migrations.ts';
import { connectDatabase, type Database } from './platform/database/database.ts';
import { type Migrations, migrate, missingMigrations, sqlMigration } from './platform/database/migrate.ts';
import { createDatabase } from './testing/database.ts';
import { schemaOf } from './testing/schema.ts';

const LOCK = path.join(import.meta.dirname, 'migrations.lock.json');
const all: Migrations = Object.assign({}, ...migrations);

const cleaners: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleaners.splice(0)) await clean();
});
async function nothingYet(): Promise<Database> {
  const { connection, drop } = await createDatabase();
  const pool = connectDatabase(connection, () => undefined);
  cleaners.push(async () => {
    await pool.close();
    await drop();
  });
  return pool.db;
}

/** `npm run freeze` adds what is new; it never changes what stands there. */
function frozen(): Readonly<Record<string, string>> {
  const kept: Record<string, string> = existsSync(LOCK) ? JSON.parse(readFileSync(LOCK, 'utf8')) : {};
  if (process.env.REGISTRE_FREEZE !== 'yes') return kept;
  for (const [name, { checksum }] of Object.entries(all)) kept[name] ??= checksum;
  writeFileSync(LOCK, `${JSON.stringify(Object.fromEntries(Object.entries(kept).toSorted()), null, 2)}\n`);
  return kept;
}

describe('Migrations', () => {
  const kept = frozen();
  it.each(Object.keys({ ...kept, ...all }).toSorted())(
    '%s is as it was frozen: never edited nor taken away, and a new one is frozen by npm run freeze',
    (name) => {
      expect(all[name]?.checksum, 'its text was edited: write another migration instead').toBe(kept[name]);
    },
  );

  it('are remembered by their checksums, those of an older database at its first upgrade too', async () => {
    const db = await nothingYet();
    await migrate(db, migrations);
    await sql`delete from migration_checksum where name < '500'`.execute(db);
    expect(await missingMigrations(db, migrations)).toEqual([]);
    await migrate(db, migrations);
    const { rows } = await sql<{
      name: string;
      checksum: string;
    }>`select name, checksum from migration_checksum`.execute(db);
    expect(Object.fromEntries(rows.map(({ name, checksum }) => [name, checksum]))).toEqual(
      Object.fromEntries(Object.entries(all).map(([name, { checksum }]) => [name, checksum])),
    );
  });

  it('one of which was edited are refused at start, and said by whoever asks whether this node is ready', async () => {
    const db = await nothingYet();
    await migrate(db, migrations);
    const edited = [...migrations, { '900-rule-draft': sqlMigration('create table other (id int)') }];
    expect(await missingMigrations(db, edited)).toEqual([
      'the 900-rule-draft of this version: another was applied here',
    ]);
    await expect(migrate(db, edited)).rejects.toThrow(/text of 900-rule-draft was changed/);
    expect(await missingMigrations(db, migrations)).toEqual([]);
  });

  it('that this version does not know, because it is the older one, are named, and nothing is touched', async () => {
    const db = await nothingYet();
    await migrate(db, [...migrations, { '999-tomorrow': sqlMigration('create table tomorrow (id int)') }]);
    await expect(migrate(db, migrations)).rejects.toThrow(/newer Registre made 999-tomorrow .*operations/);
    // A node that was running before the upgrade goes on.
    expect(await missingMigrations(db, migrations)).toEqual([]);
    // What a version years ahead made is told in a line.
    const later = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((one) => [`999-tomorrow-${one}`, sqlMigration('select 1')]),
    );
    await migrate(db, [...migrations, { '999-tomorrow': sqlMigration('create table tomorrow (id int)') }, later]);
    await expect(migrate(db, migrations)).rejects.toThrow(/999-tomorrow-a, 999-tomorrow-b and 2 other migrations/);
  });

  it('bring a database made before 900 was edited to the same tables as a new one', async () => {
    const before = await nothingYet();
    await migrate(before, [Object.fromEntries(Object.entries(all).filter(([name]) => name < '900'))]);
    await before.schema.dropTable('migration_checksum').execute();
    await sql`delete from kysely_migration where name = '015-migration-checksum'`.execute(before);
    for (const statement of AS_FIRST_WRITTEN) await sql.raw(statement).execute(before);
    await sql`insert into kysely_migration values ('900-rule-draft', '2026-11-25T09:00:00.000Z')`.execute(before);
    await migrate(before, migrations);

    const made = await nothingYet();
    await migrate(made, migrations);
    expect(await schemaOf(before)).toEqual(await schemaOf(made));
  });
});

/** 900 before it was edited in place. */
const AS_FIRST_WRITTEN = [
  `create table rule_draft (
    id uuid primary key default gen_random_uuid(),
    academy text not null,
    title text not null,
    state text not null default 'open' check (state in ('open', 'submitted', 'published', 'abandoned')),
    base bigint not null references rule_publication,
    changes jsonb not null default '{}',
    delivered text,
    version integer not null default 1,
    started_by uuid not null,
    authors uuid[] not null,
    submitted_by uuid,
    purpose text,
    sent_back text,
    published_by uuid check (published_by is null or published_by <> all (authors)),
    published_despite text,
    publication bigint unique references rule_publication,
    changed_at timestamptz not null default now(),
    check ((state = 'published') = (publication is not null)),
    check ((state = 'published') = (published_by is not null)),
    check (state <> 'submitted' or submitted_by is not null)
  )`,
  'create index rule_draft_by_change on rule_draft (academy, changed_at desc)',
  `create table rule_draft_save (
    draft uuid not null references rule_draft,
    version integer not null,
    what text not null,
    changes jsonb not null,
    saved_by uuid not null,
    saved_at timestamptz not null default now(),
    primary key (draft, version)
  )`,
  `create table rule_effect (
    publication bigint not null references rule_publication,
    enrolment uuid not null,
    effects jsonb not null,
    primary key (publication, enrolment)
  )`,
];
