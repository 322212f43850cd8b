import { describe, expect, it } from 'vitest';
import { ENTRIES, type Kind } from '../../catalogue/index.ts';
import { plainSpaces } from '../../testing/words.ts';
import { editTree } from '../rules/yamlEdit.ts';
import { isRecord, type Path } from '../rules/yamlTree.ts';
import { entryForm, faultsAtFields, schemaFaults } from './entryForm.ts';
import { fieldsOf } from './nodes.ts';

const KINDS = Object.keys(ENTRIES) as readonly Kind[];
const unit = (id: string, more: object = {}) => ({
  id,
  title: `Titre ${id}`,
  kind: 'PRO',
  confidence: 'notice',
  ...more,
});
const sourced = { code: null, test: null, coefficient: 1, mode: null, duration: null, source: null };
const REGULATION = {
  cfd: '45000000',
  title: 'Essai',
  order: null,
  firstSession: 2013,
  lastSession: null,
  unitsComplete: true,
  completeness: 'Complet.',
  units: ['U1', 'U2', 'U3'].map((id) => unit(id, sourced)),
  compulsoryLanguage: null,
  optionalLanguage: null,
  maxOptionalUnits: null,
  sources: ['Arrêté'],
};
function formOf(value: Readonly<Record<string, unknown>>, path: Path = []) {
  return entryForm('regulations', { path, value });
}
/** What the schema refuses of a regulation with one thing set, at which fields. */
function refused(at: Path, set: unknown, removed: readonly Path[] = []) {
  const form = formOf(REGULATION);
  const after = editTree(REGULATION, [{ path: at, set: set as string }]);
  return schemaFaults(form, after, removed, []).map(({ field, message }) => [field, plainSpaces(message)]);
}

describe('The parts of a form', () => {
  it.each(KINDS)('of %s begin with its first field and follow its table, so that each field is in one', (kind) => {
    const { fields, parts } = ENTRIES[kind].words;
    const starts = parts.map(({ from }) => Object.keys(fields).indexOf(from));
    expect(starts[0]).toBe(0);
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
    const form = entryForm(kind, null);
    expect(form.parts.flatMap(({ nodes }) => nodes)).toEqual(form.nodes);
    expect(form.kind).toBe(kind);
  });
  it('are those that have something to ask', () => {
    expect(formOf(REGULATION).parts.map(({ legend }) => legend)).toEqual([
      'Unités',
      'Le règlement',
      'Qui peut se présenter',
      'Sources',
    ]);
    const mail = entryForm('mails', { path: [], value: {} });
    expect(mail.parts.map(({ nodes }) => fieldsOf(nodes).map(({ name }) => name))).toEqual([['subject', 'body']]);
  });
  it('ask what is given once of a new one, even made from another', () => {
    const names = (fresh?: boolean) =>
      fieldsOf(entryForm('regulations', { path: [], value: REGULATION }, fresh).nodes).map(({ name }) => name);
    expect(names().includes('cfd')).toBe(false);
    expect(names(true).includes('cfd')).toBe(true);
    expect(fieldsOf(entryForm('regulations', null).nodes).map(({ name }) => name)).toContain('cfd');
  });
  it('ask of health where the piece holds some, or asks already', () => {
    const asks = (value: Readonly<Record<string, unknown>>) =>
      fieldsOf(entryForm('pieceTypes', { path: [], value }).nodes)
        .find(({ name }) => name === 'rules-new-when-fact-0')
        ?.options?.some(({ value: option }) => option === 'handicap=oui');
    expect(asks({ health: true })).toBe(true);
    expect(asks({ rules: [{ when: { fact: 'handicap', is: true } }] })).toBe(true);
    expect(asks({ health: false, rules: [{ when: { always: true } }] })).toBe(false);
  });
});

describe('What the schema refuses of an entry', () => {
  it('is nothing of a sound one', () => {
    expect(schemaFaults(formOf(REGULATION), REGULATION, [], [])).toEqual([]);
  });
  it('is said at its field, in the words of the form', () => {
    expect(refused(['units', 1, 'coefficient'], 0)).toEqual([
      ['units-1-coefficient', expect.stringMatching(/^« Coefficient » doit être plus grand que 0/)],
    ]);
    expect(refused(['title'], '')).toEqual([['title', '« Titre » est vide : écrivez un texte.']]);
  });
  it('is said at the nearest field above, where it has none of its own', () => {
    // The first box of the list, the box of an item, and the first field of a group.
    expect(refused(['units'], 'quoi')).toEqual([['units-0-remove', expect.stringContaining('« Unités » doit être')]]);
    expect(refused(['units', 2, 'autre'], 'quoi')).toEqual([
      ['units-2-remove', "La clé « autre » n'existe pas ici : corrigez-la ou enlevez-la."],
    ]);
    expect(refused(['listedDiplomas'], 'quoi')).toEqual([
      ['listedDiplomas-titles', expect.stringContaining('« Diplômes de la liste » doit être')],
    ]);
    const piece = { rules: [{ when: 'jamais', why: 'Oui.', source: 'Notice' }] };
    const form = entryForm('pieceTypes', { path: [], value: { rules: [{ when: { always: true } }] } });
    expect(schemaFaults(form, piece, [], []).map(({ field }) => field)).toContain('rules-0-when');
  });
  it('is said once a field, in the order of the form', () => {
    const after = editTree(REGULATION, [
      { path: ['title'], set: '' },
      { path: ['units', 0, 'title'], set: '' },
      { path: ['units', 1, 'autre'], set: 1 },
      { path: ['units', 1, 'encore'], set: 1 },
    ]);
    expect(schemaFaults(formOf(REGULATION), after, [], []).map(({ field }) => field)).toEqual([
      'units-0-title',
      'units-1-remove',
      'title',
    ]);
  });
  it('is counted from the items that are left once others went', () => {
    const left = editTree(REGULATION, [{ path: ['units', 0], remove: true }]);
    const after = editTree(left, [{ path: ['units', 1, 'title'], set: '' }]);
    expect(schemaFaults(formOf(REGULATION), after, [['units', 0]], []).map(({ field }) => field)).toEqual([
      'units-2-title',
    ]);
    // What went after it moves nothing.
    const first = editTree(editTree(REGULATION, [{ path: ['units', 2], remove: true }]), [
      { path: ['units', 0, 'title'], set: '' },
    ]);
    expect(schemaFaults(formOf(REGULATION), first, [['units', 2]], []).map(({ field }) => field)).toEqual([
      'units-0-title',
    ]);
    // A new one follows those that are left.
    const added = editTree(left, [{ path: ['units', 2], insert: { ...unit('U4', sourced), title: '' } }]);
    expect(schemaFaults(formOf(REGULATION), added, [['units', 0]], []).map(({ field }) => field)).toEqual([
      'units-new-title',
    ]);
  });
  it('stands at the same fields where the entry is one of a list', () => {
    const form = formOf(REGULATION, [2]);
    const after = editTree(REGULATION, [{ path: ['units', 1, 'title'], set: '' }]);
    expect(schemaFaults(form, after, [], [2]).map(({ field }) => field)).toEqual(['units-1-title']);
    const left = editTree(REGULATION, [{ path: ['units', 0], remove: true }]);
    const moved = editTree(left, [{ path: ['units', 0, 'title'], set: '' }]);
    expect(schemaFaults(form, moved, [[2, 'units', 0]], [2]).map(({ field }) => field)).toEqual(['units-1-title']);
  });
});

describe('Faults of the pack', () => {
  it('stand at the fields where they are to be mended, each field once; those of no field are left out', () => {
    const form = formOf(REGULATION, [1]);
    const at = (path: string, message: string) => ({ path, message });
    expect(
      faultsAtFields(form, [
        at('[1].lastSession', 'Première.'),
        at('[1].lastSession', 'Seconde.'),
        at('[1].units[2].id', 'Un code.'),
        at('[12].title', 'Ailleurs.'),
        at('', 'Le fichier.'),
      ]),
    ).toEqual([
      { field: 'units-2-remove', message: 'Un code.' },
      { field: 'lastSession', message: 'Première.' },
    ]);
    expect(faultsAtFields(form, [at('[1].title', 'dit')], (message) => message.toUpperCase())).toEqual([
      { field: 'title', message: 'DIT' },
    ]);
  });
  it('are nothing of a form that asks nothing', () => {
    expect(isRecord(REGULATION)).toBe(true);
    expect(faultsAtFields({ nodes: [] }, [{ path: 'title', message: 'Une faute.' }])).toEqual([]);
  });
});
