import { describe, expect, it } from 'vitest';
import { newVersion, UNIT_ORDER, unitEdits, versionFile } from './regulationEdits.ts';
import { blockEdits } from './specialityEdits.ts';
import { type Thing, thingsOn } from './things.ts';
import { readTree } from './yamlTree.ts';

const FILE = 'exams/bp/regulations/45000000-essai.yaml';
const UNITS = 'units:\n  - { id: U1 }\n  - { id: U2 }\n  - { id: U3 }\n';
const fileOf = (last: string, notes = '') => ({
  file: FILE,
  text: `cfd: '45000000'\norder: Arrêté A\nfirstSession: 2013\nlastSession: ${last}\ncompleteness: Complet.\n${UNITS}${notes}sources: [Arrêté A]\n`,
});
function thingOf(file: { readonly file: string; readonly text: string }, shelf: 'regulations' | 'specialities'): Thing {
  const [thing] = thingsOn([file], shelf);
  if (thing === undefined) throw new Error('Not read');
  return thing;
}

describe('The units of a regulation', () => {
  const regulation = thingOf(fileOf('null'), 'regulations');
  it('are taken away from the last one', () => {
    expect(unitEdits(regulation, [0, 2, 1], null, undefined)).toEqual(
      [2, 1, 0].map((index) => ({ path: ['units', index], remove: true })),
    );
  });
  it('have the new one at their end, with its keys in order and only those given of the optional ones', () => {
    const [gone, added] = unitEdits(regulation, [1], { 'unit-new-id': 'U4', 'unit-new-title': 'Quoi ?' }, undefined);
    expect(gone).toEqual({ path: ['units', 1], remove: true });
    expect(added).toEqual({
      path: ['units', 2],
      insert: {
        id: 'U4',
        code: null,
        test: null,
        title: 'Quoi\u00a0?',
        coefficient: null,
        mode: null,
        duration: null,
        kind: 'PRO',
        source: null,
        confidence: 'unknown',
      },
    });
  });
  it('have all that was typed of a whole one', () => {
    const unit = {
      id: 'U4',
      code: 'U40',
      test: 'E4',
      title: 'Titre',
      coefficient: 3,
      mode: 'oral',
      duration: '1 h',
      kind: 'GEN',
      choiceGroup: 'choix',
      languages: ['anglais'],
      source: 'Arrêté',
      confidence: 'official',
      note: 'Note',
    };
    const typed = Object.fromEntries(Object.entries(unit).map(([key, value]) => [`unit-new-${key}`, value]));
    const [added] = unitEdits(regulation, [], typed, ['anglais']);
    expect(added).toEqual({ path: ['units', 3], insert: unit });
    expect(added !== undefined && 'insert' in added ? Object.keys(added.insert ?? {}) : []).toEqual(UNIT_ORDER);
  });
});

describe('A new version of a regulation', () => {
  const version = { first: 2027, order: 'Arrêté B : 2026', note: 'À relire !', file: 'new.yaml' };
  function made(last: string, notes = '') {
    const file = fileOf(last, notes);
    const files = newVersion([file, { file: 'other', text: 'x' }], thingOf(file, 'regulations'), version);
    return Object.fromEntries(files.map(({ file: name, text }) => [name, readTree(text)]));
  }
  it('begins at its session, with its order and a note, and ends the one copied at the session before', () => {
    for (const last of ['null', '2027', '2030']) {
      const { [FILE]: before, 'new.yaml': after, other } = made(last, 'notes: [Une]\n');
      expect(before).toMatchObject({ firstSession: 2013, lastSession: 2026, order: 'Arrêté A' });
      expect(after).toMatchObject({
        order: 'Arrêté B\u00a0: 2026',
        firstSession: 2027,
        lastSession: null,
        completeness: 'À relire\u00a0!',
        notes: ['Une', 'À relire\u00a0!'],
        sources: ['Arrêté B\u00a0: 2026', 'Arrêté A'],
      });
      expect(other).toBe('x');
    }
  });
  it('leaves alone the end of one that had ended, and adds no note where there are none', () => {
    const { [FILE]: before, 'new.yaml': after } = made('2026');
    expect(before).toMatchObject({ lastSession: 2026 });
    expect(made('2020')[FILE]).toMatchObject({ lastSession: 2020 });
    expect(after).not.toHaveProperty('notes');
  });
  it.each([
    [FILE, 'exams/bp/regulations/45000000-essai-2027.yaml'],
    ['exams/bp/regulations/45000000-essai-2013.yaml', 'exams/bp/regulations/45000000-essai-2027.yaml'],
    ['a/-2013.yaml', 'a/45000000-2027.yaml'],
    ['seul.yaml', 'seul-2027.yaml'],
  ])('of %s is the file %s', (file, name) => {
    expect(versionFile({ ...thingOf(fileOf('null'), 'regulations'), file }, 2027)).toBe(name);
  });
});

describe('The blocks of a speciality', () => {
  const bare = thingOf({ file: 'exams/bp/specialities.yaml', text: '- { cfd: A }\n' }, 'specialities');
  const text = '- { cfd: A, dormant: { note: Sans candidat }, scaffolding: { annexes: [3] } }\n';
  const full = thingOf({ file: 'exams/bp/specialities.yaml', text }, 'specialities');
  const edit = { path: ['x'], set: 1 };
  const fields = () => [edit];
  const kept = { dormant: ' Sans  candidat', 'scaffolding-annexes': ['3'] };

  it('stay away where nothing is typed, and are taken away where they are emptied', () => {
    expect(blockEdits(bare, {}, fields)).toEqual([]);
    expect(blockEdits(full, { dormant: '', 'scaffolding-annexes': [] }, fields)).toEqual([
      { path: [0, 'dormant'], remove: true },
      { path: [0, 'scaffolding'], remove: true },
    ]);
  });
  it('that are there change in what was typed alone', () => {
    expect(blockEdits(full, kept, fields)).toEqual([edit]);
    expect(blockEdits(full, { ...kept, dormant: 'Autre : une' }, fields)[0]).toEqual({
      path: [0, 'dormant', 'note'],
      set: 'Autre\u00a0: une',
    });
  });
  it('that are new are written whole, at their place', () => {
    const typed = { 'scaffolding-annexes': ['3', '5'], 'scaffolding-label': 'Quoi ?', 'scaffolding-source': 'Loi : 4' };
    const order = expect.arrayContaining(['cfd', 'dormant', 'scaffolding', 'sources']);
    const block = { annexes: [3, 5], noticeLabel: 'Quoi\u00a0?', source: 'Loi\u00a0: 4' };
    expect(blockEdits(bare, { ...typed, dormant: 'Vide !', 'scaffolding-units': 'U1\n\nU2' }, fields)).toEqual([
      { path: [0, 'dormant'], set: { note: 'Vide\u00a0!' }, order },
      { path: [0, 'scaffolding'], set: { ...block, units: ['U1', 'U2'] }, order },
    ]);
    expect(blockEdits(bare, typed, fields)).toEqual([
      { path: [0, 'scaffolding'], set: { ...block, units: null }, order },
    ]);
    expect(blockEdits(bare, { 'scaffolding-annexes': ['3'] }, fields)[0]).toMatchObject({
      set: { annexes: [3], noticeLabel: '', units: null, source: '' },
    });
  });
});
