import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  columns,
  flag,
  id,
  instant,
  integer,
  json,
  nullable,
  oneOf,
  present,
  type Shape,
  text,
} from '../platform/database/columns.ts';
import { sqlMigration } from '../platform/database/migrate.ts';
import { withSmallFiles } from '../platform/files/testing.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { ownDatabase } from './database.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const { db } = await ownDatabase([
  platformMigrations,
  {
    '900-test': sqlMigration(`
        create table note (id uuid primary key, mood text not null check (mood in ('good', 'bad')), words text, seen_at timestamptz)
----
        insert into note values ('00000000-0000-4000-8000-000000000001', 'good', null, null)
----
        create view shown_note as select * from note`),
  },
]);

/** What the tests say of a statement whose columns are declared so. */
async function said(shape: Shape, statement = sql`select ${columns(shape)} from note`): Promise<string> {
  return columns(shape)
    .all(db, statement)
    .then(
      () => '',
      (error: Error) => error.message.replace(/, in: .*/s, ''),
    );
}
const MOOD = oneOf(['good', 'bad']);

describe('The columns of a statement', () => {
  it('are named as the row has them', async () => {
    const note = columns({ mood: MOOD, seenAt: nullable(instant) });
    expect(await note.first(db, sql`select ${note.of('n')} from note n`)).toEqual({ mood: 'good', seenAt: null });
    expect(await note.first(db, sql`select ${note} from note where mood = ${'bad'}`)).toBeNull();
    await expect(note.one(db, sql`select ${note} from note where false`)).rejects.toThrow('no row');
  });
  it('are those that PostgreSQL describes', async () => {
    expect(await said({ id: id(), mood: MOOD, words: nullable(text), seenAt: nullable(instant) })).toBe('');
    expect(await said({ mood: flag })).toMatch(/mood is declared as the type 16 and is 25/);
    expect(await said({ mood: MOOD }, sql`select mood, id from note`)).toBe("id is there and isn't declared");
    expect(await said({ mood: MOOD, words: text }, sql`select mood, 1 as n from note`)).toMatch(
      "words is declared and isn't there; n is there",
    );
    expect(await said({ mood: MOOD }, sql`select mood, mood from note`)).toMatch('mood is there twice');
    expect(await said({ n: integer, all: json() }, sql`select count(*) as n, '[]'::jsonb as "all" from note`)).toBe('');
  });
  it('are null only where it is said, by the table and by each row', async () => {
    expect(await said({ words: text }, sql`select words from note where false`)).toBe('words may be null in its table');
    expect(await said({ words: present(text) }, sql`select words from note where words is not null`)).toBe('');
    expect(await said({ words: present(text) }, sql`select n.words from note n`)).toBe('words is null');
    expect(await said({ mood: text }, sql`select m.mood from note n left join note m on m.words = n.words`)).toBe(
      'mood is null',
    );
    expect(await said({ words: text }, sql`select words from shown_note`)).toBe('words is null');
  });
  it('hold no other words than the table lets them', async () => {
    expect(await said({ mood: oneOf(['good']) }, sql`select mood from note where false`)).toBe(
      'mood may be good, bad in its table',
    );
    expect(await said({ mood: oneOf(['bad']) }, sql`select mood || '' as mood from note`)).toBe('mood is « good »');
  });
});

it('What was run is written down where the kernel refuses large files too', async () => {
  const folder = temporaryFolder('statements');
  vi.stubEnv('REGISTRE_STATEMENTS', folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  const long = Array.from({ length: 20 }, (_, at) => `select '${at} ${'x'.repeat(10_000)}'`);
  await withSmallFiles(150_000, async () => {
    for (const statement of long) await sql.raw(statement).execute(db);
  });
  const lines = readdirSync(folder).flatMap((file) => readFileSync(path.join(folder, file), 'utf8').trim().split('\n'));
  expect(lines.map((line) => JSON.parse(line)).toSorted()).toEqual(long.toSorted());
});
