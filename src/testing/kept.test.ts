import { globSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { GIVEN, isHidden, NOT_GIVEN } from '../candidate/ownData/ownTables.ts';
import { listKept } from '../catalogue/index.ts';
import { COOKIES } from '../cookies.ts';
import { migrations } from '../migrations.ts';
import { columns, text } from '../platform/database/columns.ts';
import { keptSubjects } from '../public/index.ts';
import { KEPT } from '../public/keptTables.ts';
import { MOMENTS, openDoor, shippedCatalogue, siteAt, textOf } from '../public/testing.ts';
import { type KeptSubject, keptData, READERS, restOf } from '../public/texts/keptData.ts';
import { ownDatabase } from './database.ts';

/** The code itself, without what tries it. */
const SOURCES = globSync('src/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.|\/testing|testing\.ts|keptTables/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Rows that an act takes away or writes anew: a plan made again, a right withdrawn. No time does. */
const TAKEN_AWAY = [
  'banner',
  'attendance_keeper',
  'exam_centre',
  'exam_placed',
  'exam_plan',
  'exam_room',
  'exam_seat',
  'exam_session_centre',
  'exam_sitting',
  'exam_summoned',
  'exam_unseated',
  'held_mark',
  'jury_member',
  'jury_speciality',
  'planned_board',
  'mark_import',
  'office_claim',
  'office_file',
  'office_name',
  'office_presence',
  'office_queue',
  'office_saved_filter',
  'office_tally',
  'office_word',
  'orphan_file',
  'passkey',
  'recovery_code',
  'saved_export',
  'export_order',
  'export_part',
  'second_factor',
  'service_minute',
  'sign_up',
  'staff_portfolio',
  'staff_proposal',
  'told_decision',
  'trouble',
];

const { db } = await ownDatabase(migrations);
const catalogue = await shippedCatalogue();
const { kept } = catalogue.installation();
const door = await openDoor(siteAt(MOMENTS.open, catalogue), { cookies: COOKIES });
const page = textOf((await door.server.inject('/donnees-personnelles')).body).replace(/\s+/g, ' ');
await door.close();

const subjects: readonly (readonly [name: string, subject: KeptSubject])[] = Object.entries(keptData(kept));
const plain = (words: string): string => words.replace(/\s+/g, ' ');
const subjectOf = (table: string): string | undefined => new Map(Object.entries(KEPT)).get(table);

/** Whose rows some statement takes away. */
function deletedTables(): ReadonlySet<string> {
  const found = SOURCES.flatMap(({ text: source }) => [
    ...source.matchAll(/(?:delete from |deleteFrom\('|dueRows\(\s*')([a-z_]+)/g),
  ]);
  return new Set(found.map(([, table = '']) => table));
}

describe('What the page on personal data says', () => {
  it('is of every table of the migrated database, and of none that is gone', async () => {
    const tables = await columns({ name: text }).all(
      db,
      sql`select c.relname::text as name from pg_class c where c.relnamespace = current_schema()::regnamespace
        and c.relkind = 'r' and c.relname not like 'kysely\_%' order by 1`,
    );
    expect(Object.keys(KEPT).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
  });

  it('is each subject, none without a table, none without words', () => {
    const held = new Set(Object.values(KEPT));
    for (const [name, { what }] of subjects) {
      expect([...held], name).toContain(name);
      expect(page).toContain(plain(what));
    }
  });

  it('names each reader, and what they read', () => {
    for (const [reader, label] of Object.entries(READERS)) {
      expect(page).toContain(plain(label));
      const read = subjects.filter(([, { readers }]) => readers.some((one) => one === reader));
      expect(read, reader).not.toEqual([]);
    }
  });

  it('is what is erased where the code erases, and no table is said to be kept whose rows go', () => {
    const deleted = deletedTables();
    const closing = new Set(
      keptSubjects(catalogue.installation()).flatMap(({ name, closed }) => (closed?.goes == null ? [] : [name])),
    );
    const erasing = new Map(subjects.map(([name, { erased }]) => [name, erased !== undefined || closing.has(name)]));
    const unsaid = [...deleted].filter(
      (table) => !TAKEN_AWAY.includes(table) && erasing.get(subjectOf(table) ?? '') !== true,
    );
    expect(unsaid).toEqual([]);
    for (const table of TAKEN_AWAY) expect([...deleted]).toContain(table);
  });

  it('is erased by a statement, or marked when its bytes are destroyed, of each subject that says so', async () => {
    const marked = await columns({ name: text }).all(
      db,
      sql`select table_name::text as name from information_schema.columns
        where table_schema = current_schema() and column_name = 'erased_at'`,
    );
    const goes = [...deletedTables(), ...marked.map(({ name }) => name)].map(subjectOf);
    for (const [name, { erased }] of subjects) if (erased !== undefined) expect(goes, name).toContain(name);
    // Of accounts those that nobody confirmed go whole.
    const inPart = [...marked.map(({ name }) => name), 'auth_user'].map(subjectOf);
    expect(subjects.flatMap(([name, { erased }]) => (erased?.part === undefined ? [] : [name])).toSorted()).toEqual(
      [...new Set(inPart)].toSorted(),
    );
  });

  it('is until when each is kept, with a source, and nothing without a limit', () => {
    for (const [name, one] of subjects) expect(one.erased ?? restOf(one, kept), name).toBeTruthy();
    expect(page).not.toContain('sans limite');
    for (const { label, value } of listKept(catalogue.installation())) {
      expect(page).toContain(plain(label));
      expect(page).toContain(plain(value));
      expect(value).toContain('confirmer par le rectorat');
    }
  });

  it('is of a browser what the browser does', () => {
    const waiting = readFileSync('src/browser/upload/waiting.ts', 'utf8');
    const { count, unit } = kept.unfinishedFile;
    expect([unit, waiting.includes(`const KEPT_MS = ${count} * 3_600_000;`)]).toEqual(['hours', true]);
    expect(readFileSync('src/browser/upload/words.ts', 'utf8')).toContain(`gardé ${count} heures`);
  });
});

describe('What somebody is given of theirs', () => {
  it('is of each table that is kept of them, or it is said why not', () => {
    const theirs = Object.entries(KEPT).filter(([, subject]) => subject !== 'staff' && subject !== 'nobody');
    expect([...Object.keys(GIVEN), ...Object.keys(NOT_GIVEN)].toSorted()).toEqual(
      theirs.map(([table]) => table).toSorted(),
    );
  });

  it('says nobody of the office, nothing that opens an account', async () => {
    const found = await columns({ name: text, column: text }).all(
      db,
      sql`select table_name::text as name, column_name::text as column from information_schema.columns
        where table_schema = current_schema() and table_name = any(${Object.keys(GIVEN)}::text[])`,
    );
    const but = new Map(Object.entries(GIVEN).map(([table, given]) => [table, given?.but ?? []]));
    const said = found.filter(({ name, column }) => !isHidden(column) && !(but.get(name) ?? []).includes(column));
    expect(said.filter(({ column }) => /by$|officer|staff|token|password|secret|_key$/.test(column))).toEqual([]);
  });
});

describe('The cookies', () => {
  it('are set by one function, each declared', () => {
    const cookie = /Max-Age=|SameSite=/;
    expect(SOURCES.filter(({ text: source }) => cookie.test(source)).map(({ file }) => file)).toEqual([
      'src/platform/http/cookies.ts',
    ]);
    const named = SOURCES.flatMap(({ text: source }) => [...source.matchAll(/'(?:__Host-)?(registre_[a-z_]+)'/g)]);
    expect(COOKIES.map(({ name }) => name).toSorted()).toEqual(
      [...new Set(named.map(([, name = '']) => name))].toSorted(),
    );
  });

  it('are said, each with what it is for and how long it stays', () => {
    for (const { name, purpose } of COOKIES) expect(page).toContain(`${name} sert à ${plain(purpose)} ; `);
    expect(page).toContain(
      "registre_arrivee sert à vous connecter dès que votre compte est activé, ou corriger l'adresse tapée ; 1 heure.",
    );
    expect(page).toContain(
      "registre_second_facteur sert à attendre le code de l'application (personnes du service) ; 15 minutes.",
    );
    expect(page).toContain(
      'registre_codes sert à montrer une fois les codes de secours (personnes du service) ; 10 minutes.',
    );
    expect(page).toMatch(/registre_apercu sert à [^;]*; jusqu'à la fermeture du navigateur\./);
    expect(page).toMatch(/registre_session sert à [^;]*; 12 heures\./);
  });
});
