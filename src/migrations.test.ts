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

  it('make one estate of centres that were written once a session, and what leans on them follows', async () => {
    const db = await nothingYet();
    const before = Object.fromEntries(Object.entries(all).filter(([name]) => name < '999-zzzzzz-a'));
    await migrate(db, [before]);
    await sql`insert into exam_centre (id, academy, session, code, name, address, postcode, city) values
      ('00000000-0000-4000-8000-000000000001', 'clermont', 'bp-2023', 'LYC-1', 'Lycée', '', '63000', 'Riom'),
      ('00000000-0000-4000-8000-000000000002', 'clermont', 'bp-2024', 'LYC-1', 'Lycée des Puys', '', '63000', 'Riom'),
      ('00000000-0000-4000-8000-000000000003', 'lyon', 'bp-2023', 'LYC-1', 'Autre académie', '', '69000', 'Lyon')`.execute(
      db,
    );
    await sql`insert into exam_room (id, academy, session, centre_id, name, folded, capacity, accessible) values
      ('00000000-0000-4000-8000-000000000011', 'clermont', 'bp-2023', '00000000-0000-4000-8000-000000000001', 'A', 'a', 10, true),
      ('00000000-0000-4000-8000-000000000012', 'clermont', 'bp-2023', '00000000-0000-4000-8000-000000000001', 'B', 'b', 11, true),
      ('00000000-0000-4000-8000-000000000021', 'clermont', 'bp-2024', '00000000-0000-4000-8000-000000000002', 'A', 'a', 12, true)`.execute(
      db,
    );
    await sql`insert into exam_sitting (id, academy, session, speciality, unit, starts_at, minutes, material, kind, room_id) values
      (gen_random_uuid(), 'clermont', 'bp-2023', 'x', 'U10', '2023-06-05T07:00Z', 60, '', '', '00000000-0000-4000-8000-000000000011'),
      (gen_random_uuid(), 'clermont', 'bp-2024', 'x', 'U10', '2024-06-03T07:00Z', 60, '', '', '00000000-0000-4000-8000-000000000021')`.execute(
      db,
    );
    await sql`insert into attendance_keeper (account_id, academy, session, centre_id, named_by)
      values (gen_random_uuid(), 'clermont', 'bp-2023', '00000000-0000-4000-8000-000000000001', gen_random_uuid())`.execute(
      db,
    );
    await sql`insert into attendance_remark (id, academy, session, centre_id, room_id, day, text, said_at, "by") values
      (gen_random_uuid(), 'clermont', 'bp-2023', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000011',
        '2023-06-05', 'Une alarme', now(), gen_random_uuid())`.execute(db);
    await migrate(db, migrations);
    const read = async (what: ReturnType<typeof sql>) => (await what.execute(db)).rows;
    expect(await read(sql`select right(id::text, 2) as id, name from exam_centre order by id`)).toEqual([
      { id: '02', name: 'Lycée des Puys' },
      { id: '03', name: 'Autre académie' },
    ]);
    expect(
      await read(sql`select session, right(centre_id::text, 2) as id from exam_session_centre order by 1, 2`),
    ).toEqual([
      { session: 'bp-2023', id: '02' },
      { session: 'bp-2023', id: '03' },
      { session: 'bp-2024', id: '02' },
    ]);
    expect(
      await read(sql`select name, right(centre_id::text, 2) as id, capacity from exam_room order by name`),
    ).toEqual([
      { name: 'A', id: '02', capacity: 12 },
      { name: 'B', id: '02', capacity: 11 },
    ]);
    expect(await read(sql`select distinct right(room_id::text, 2) as id from exam_sitting`)).toEqual([{ id: '21' }]);
    expect(await read(sql`select right(centre_id::text, 2) as id from attendance_keeper`)).toEqual([{ id: '02' }]);
    expect(await read(sql`select right(room_id::text, 2) as id, text from attendance_remark`)).toEqual([
      { id: '21', text: 'Une alarme' },
    ]);
    await expect(sql`delete from attendance_remark`.execute(db)).rejects.toThrow('is kept');
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
