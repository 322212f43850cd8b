import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAILS as SENT } from '../everyMail.ts';
import { temporaryFolder } from '../testing/temporaryFolder.ts';
import { countFaults } from './faultList.ts';
import { loadPack, readFolders, readPack, readRead } from './load.ts';
import { loadChanged, SHIPPED } from './testing/shipped.ts';
import { ACADEMY, COIFFURE, MAILS, PIECES, SESSION } from './testing/spoiled.ts';

describe('The catalogue that we ship', () => {
  it('loads without a fault', async () => {
    const loaded = readRead(await readFolders([SHIPPED]), SENT);
    expect(loaded.ok ? [] : loaded.error).toEqual([]);
  });

  it('is typeset as French is: no-break spaces, straight apostrophes', async () => {
    const loaded = await loadPack(SHIPPED);
    const said = loaded.ok ? stringsOf(loaded.value) : [];
    expect(said.length).toBeGreaterThan(2000);
    for (const text of said) {
      expect(text).not.toMatch(/ [:;!?»]|« |’|\boeuvre|\d (h|min|Mo)\b|\bh \d\d\b/);
      expect(text).not.toMatch(/[^\u00a0][!?»](\s|$)/);
    }
  });

  it('has no English sentence', async () => {
    const loaded = await loadPack(SHIPPED);
    const sentences = (loaded.ok ? stringsOf(loaded.value) : []).filter((text) => text.includes(' '));
    for (const text of sentences) {
      expect(text).not.toMatch(/\b(the|with|after|order of|written|derived|from the|not found)\b/);
    }
  });
});

describe('All faults at once', () => {
  it('several in one file, in the order of its lines', async () => {
    const { faults } = await loadChanged(COIFFURE, (text) =>
      text
        .replace('title: Coiffure\n', 'titre: Coiffure\n')
        .replace('coefficient: 6', 'coefficient: 0')
        .replace('kind: LV_OPTIONAL', 'kind: UF'),
    );
    expect(faults.map((one) => one.path)).toEqual(['title', 'titre', 'units[0].coefficient', 'units[9].kind']);
    expect(faults.map((one) => one.line)).toEqual([...faults.map((one) => one.line)].sort((a, b) => a - b));
  });

  it('a fault in one thing makes no false fault in those that name it', async () => {
    const { faults } = await loadChanged(ACADEMY, (text) => text.replace('name: Clermont-Ferrand\n', ''));
    expect(faults.map((one) => one.path)).toEqual(['name']);
    const broken = await loadChanged(PIECES, (text) => `${text}\n"`);
    expect(broken.faults.every((one) => one.file === PIECES)).toBe(true);
  });

  it('a mail that is missing and a piece that is missing, from two files, by reading texts', () => {
    const read = readPack([{ file: MAILS, text: '[]' }], SENT, 'delivered');
    const faults = read.ok ? [] : read.error;
    const places = faults.map((one) => one.file);
    expect(countFaults(faults.filter(({ file }) => file === MAILS))).toBe(SENT.size);
    expect(new Set(places)).toEqual(
      new Set([
        'academies/',
        'departments.yaml',
        'exams/…/cases/',
        'exams/…/exam.yaml',
        'exams/…/pieces.yaml',
        'exams/…/regulations/',
        'exams/…/specialities.yaml',
        'installation.yaml',
        'sessions/',
        MAILS,
      ]),
    );
  });
});

describe('The folder', () => {
  it('that is not there', async () => {
    expect(await loadPack('/nowhere')).toMatchObject({ ok: false, error: [{ file: '/nowhere', line: 1 }] });
  });

  it('a file that is missing', async () => {
    const { faults } = await loadChanged('departments.yaml', () => null);
    expect(faults).toMatchObject([
      { file: 'departments.yaml', line: 1, message: 'Il manque la table des départements.' },
    ]);
  });

  it('a file where none would be read', async () => {
    const { faults } = await loadChanged('sessions.yaml', () => 'code: x\n');
    expect(faults).toMatchObject([{ file: 'sessions.yaml', line: 1 }]);
    expect(faults[0]?.message).toContain('sessions/');
  });

  it('a file that is no YAML is left alone', async () => {
    const folder = temporaryFolder('catalogue');
    cpSync(SHIPPED, folder, { recursive: true });
    writeFileSync(path.join(folder, 'LISEZMOI.md'), '# Catalogue');
    expect((await loadPack(folder)).ok).toBe(true);
  });

  it('an alias is followed to what it names', async () => {
    const { faults, text } = await loadChanged(SESSION, (before) =>
      before
        .replace(
          'opensAt: 2023-10-12T14:00\n    dueAt: 2023-12-01T17:00',
          'opensAt: &opening 2023-10-29T02:30\n    dueAt: 2023-12-01T17:00',
        )
        .replace('opensAt: 2023-10-12T14:00\n    dueAt: 2024', 'opensAt: *opening\n    dueAt: 2024'),
    );
    expect(faults.map((one) => text.split('\n')[one.line - 1]?.trim())).toEqual([
      'opensAt: &opening 2023-10-29T02:30',
      'opensAt: *opening',
    ]);
  });
});

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^https?:/.test(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}
