import { describe, expect, it } from 'vitest';
import type { Kind } from '../../catalogue/index.ts';
import { parseForm } from '../../ui/index.ts';
import type { PackEntry } from '../rules/entries.ts';
import { editTree } from '../rules/yamlEdit.ts';
import { isRecord, type Path, valueAt } from '../rules/yamlTree.ts';
import { built, changesOf } from './changes.ts';
import { entryForm, schemaFaults } from './entryForm.ts';
import { fieldsOf, typedFrom } from './nodes.ts';

const sourced = { source: null, confidence: 'unknown' };
const unit = (id: string) => ({
  id,
  code: null,
  test: null,
  title: `Titre ${id}`,
  coefficient: 2,
  mode: null,
  duration: null,
  kind: 'PRO',
  ...sourced,
});
const REGULATION = {
  cfd: '45000000',
  title: 'Essai',
  order: null,
  firstSession: 2013,
  lastSession: null,
  unitsComplete: true,
  completeness: 'Complet.',
  units: [unit('U1'), unit('U2'), unit('U3')],
  compulsoryLanguage: null,
  optionalLanguage: false,
  maxOptionalUnits: null,
  sources: ['Arrêté A', 'Arrêté B'],
};
const PIECE = {
  code: 'ESSAI01',
  ownCode: true,
  label: 'Un essai',
  description: 'Une phrase.',
  rules: [{ when: { fact: 'minor', is: true }, why: 'Parce que.', source: 'Notice' }],
  mustProve: ['Une chose.'],
  cannedReasons: [{ code: 'flou', text: 'Elle est floue.' }],
};

function entryOf(value: unknown, path: Path = []): PackEntry {
  const root = path.length === 0 ? value : [{}, value];
  if (!isRecord(value)) throw new Error('No entry');
  return { file: 'x.yaml', text: '', path, root, value };
}

/** What a form with these fields changed makes of an entry, and what it says. */
function sent(kind: Kind, value: unknown, typed: Readonly<Record<string, unknown>>, path: Path = []) {
  const entry = entryOf(value, path);
  const form = entryForm(kind, entry);
  const read = parseForm(fieldsOf(form.nodes), { ...typedFrom(form.nodes, entry.root), ...typed });
  if (!read.ok) return { faults: read.error.faults };
  const { edits, faults, removed } = changesOf(form.nodes, entry.root, read.value);
  const after = valueAt(editTree(entry.root, edits), path);
  return { edits, after, faults: faults.length > 0 ? faults : schemaFaults(form, after, removed, path) };
}

describe('A form made from the schema', () => {
  it('changes what was typed and nothing else, with French spaces', () => {
    expect(sent('regulations', REGULATION, { title: 'Quoi ?' }).edits).toEqual([
      expect.objectContaining({ path: ['title'], set: 'Quoi\u00a0?' }),
    ]);
    const { edits } = sent('regulations', REGULATION, { 'units-1-coefficient': '', sources: 'Arrêté A\nArrêté C' });
    expect(edits).toEqual([
      expect.objectContaining({ path: ['units', 1, 'coefficient'], set: null }),
      { path: ['sources', 1], set: 'Arrêté C' },
    ]);
  });
  it('takes items away from the last one, then says a fault of what is left at its own field', () => {
    const typed = { 'units-0-remove': 'oui', 'units-1-remove': 'oui', 'units-2-coefficient': '0' };
    const { edits, faults } = sent('regulations', REGULATION, typed);
    expect(edits?.slice(-2)).toEqual([
      { path: ['units', 1], remove: true },
      { path: ['units', 0], remove: true },
    ]);
    expect(faults).toEqual([
      { field: 'units-2-coefficient', message: expect.stringContaining('«\u00a0Coefficient\u00a0»') },
    ]);
  });
  it('adds a whole item, its keys in their order, and refuses half of one, or a name that is taken', () => {
    const whole = {
      'units-new-id': 'U4',
      'units-new-title': 'Titre',
      'units-new-kind': 'PRO',
      'units-new-confidence': 'notice',
    };
    const { edits, faults } = sent('regulations', REGULATION, whole);
    expect(faults).toEqual([]);
    expect(JSON.stringify(edits)).toBe(
      JSON.stringify([
        {
          path: ['units', 3],
          insert: {
            id: 'U4',
            code: null,
            test: null,
            title: 'Titre',
            coefficient: null,
            mode: null,
            duration: null,
            kind: 'PRO',
            source: null,
            confidence: 'notice',
          },
        },
      ]),
    );
    expect(sent('regulations', REGULATION, { 'units-new-mode': 'oral' }).faults.map(({ field }) => field)).toEqual([
      'units-new-id',
      'units-new-title',
      'units-new-kind',
      'units-new-confidence',
    ]);
    expect(sent('regulations', REGULATION, { ...whole, 'units-new-id': 'U1' }).faults).toEqual([
      { field: 'units-new-id', message: expect.stringContaining('«\u00a0U1\u00a0» est déjà pris') },
    ]);
  });
  it('keeps at least one item where the schema wants one, and says so at the box', () => {
    const { faults } = sent('pieceTypes', PIECE, { 'rules-0-remove': 'oui' }, [1]);
    expect(faults).toEqual([{ field: 'rules-0-remove', message: expect.stringContaining('au moins') }]);
  });
  it('draws the code of what is new from its words, another one where it is taken', () => {
    const reason = (text: string) => sent('pieceTypes', PIECE, { 'cannedReasons-new-text': text }, [1]).edits;
    expect(reason('Elle est trop petite pour être lue.')).toEqual([
      {
        path: [1, 'cannedReasons', 1],
        insert: { code: 'elle-est-trop-petite', text: 'Elle est trop petite pour être lue.' },
      },
    ]);
    expect(reason('Flou')).toEqual([{ path: [1, 'cannedReasons', 1], insert: { code: 'flou-2', text: 'Flou' } }]);
  });
  it('writes a block that may be left out as a whole, and takes it away once it is emptied', () => {
    const listed = { 'listedDiplomas-titles': 'CAP\nBEP', 'listedDiplomas-source': 'Arrêté' };
    const { after, faults } = sent('regulations', REGULATION, listed);
    expect([valueAt(after, ['listedDiplomas']), faults]).toEqual([{ titles: ['CAP', 'BEP'], source: 'Arrêté' }, []]);
    expect(sent('regulations', REGULATION, { 'listedDiplomas-source': 'Arrêté' }).faults).toEqual([
      { field: 'listedDiplomas-titles', message: expect.stringContaining('est vide') },
    ]);
    expect(sent('regulations', after, { 'listedDiplomas-titles': '' }).edits).toEqual([
      { path: ['listedDiplomas'], remove: true },
    ]);
  });
  it('draws no more items than the schema takes, and leaves what machines read as it was typed', () => {
    const form = entryForm('regulations', entryOf({ units: Array.from({ length: 700 }, () => ({})) }));
    expect(fieldsOf(form.nodes).filter(({ name }) => /^units-\d+-title$/.test(name))).toHaveLength(60);
    const { edits } = sent(
      'relativeSessions',
      { numberPrefix: 'BP24', openedDaysBefore: 3 },
      { numberPrefix: 'A ; B' },
    );
    expect(edits).toContainEqual(expect.objectContaining({ path: ['numberPrefix'], set: 'A ; B' }));
  });
  it('asks nothing of health for a piece that the office reads', () => {
    const options = (piece: object) =>
      fieldsOf(entryForm('pieceTypes', entryOf({ ...PIECE, ...piece })).nodes)
        .find(({ name }) => name === 'rules-0-when-fact-0')
        ?.options?.map(({ value }) => value) ?? [];
    expect(options({}).includes('handicap=oui')).toBe(false);
    expect(options({ health: true }).includes('handicap=oui')).toBe(true);
    expect(sent('pieceTypes', PIECE, { health: 'oui', code: 'AUTRE' }).edits).toEqual([]);
  });
  it('makes an entry from nothing', () => {
    const form = entryForm('pieceTypes', null);
    const typed = {
      code: 'PHOTO01',
      ownCode: 'oui',
      label: 'Photo',
      description: 'Une photo.',
      mustProve: 'Le visage.',
      'rules-new-when': 'always',
      'rules-new-why': 'Toujours.',
      'rules-new-source': 'Notice',
      'cannedReasons-new-text': 'Elle est floue.',
    };
    const read = parseForm(fieldsOf(form.nodes), typed);
    if (!read.ok) throw new Error(JSON.stringify(read.error.faults));
    const { value, faults } = built(
      form.nodes,
      ['code', 'label', 'ownCode', 'description', 'rules', 'mustProve', 'cannedReasons'],
      read.value,
    );
    expect([faults, schemaFaults(form, value, [], [])]).toEqual([[], []]);
    expect(value).toMatchObject({ rules: [{ when: { always: true } }], cannedReasons: [{ code: 'elle-est-floue' }] });
    const bare = built(form.nodes, [], {});
    expect(bare.faults.map(({ field }) => field)).toEqual(['code', 'ownCode', 'label', 'description', 'mustProve']);
  });
});
