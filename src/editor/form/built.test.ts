import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type AnyWords, Condition } from '../../catalogue/index.ts';
import { plainSpaces } from '../../testing/words.ts';
import { built, changesOf } from './changes.ts';
import { type Node, nodesOf } from './nodes.ts';

const text = z.string();
const SCHEMA = z.strictObject({
  title: text,
  order: text.nullable(),
  note: text.optional(),
  tick: z.literal(true).optional(),
  tags: z.array(text).optional(),
  letterhead: z.strictObject({ authority: text, office: text.optional() }),
  extra: z.strictObject({ reason: text, at: text.optional() }).optional(),
  when: Condition,
  units: z.array(z.strictObject({ id: text, coefficient: z.int().nullable(), note: text.optional() })),
  later: z.array(z.strictObject({ code: text, text })).optional(),
});
const WORDS: Readonly<Record<string, AnyWords>> = {
  title: 'Titre',
  order: 'Arrêté',
  note: 'Remarque',
  tick: 'Douteux',
  tags: 'Mots',
  letterhead: { label: 'En-tête', fields: { authority: 'Autorité', office: 'Bureau' } },
  extra: { label: 'Plus', fields: { reason: 'Raison', at: 'Lieu' } },
  when: 'Demandée',
  units: { label: 'Unités', one: 'Unité', fields: { id: 'Sigle', coefficient: 'Coefficient', note: 'Remarque' } },
  later: { label: 'Motifs', one: 'Motif', fields: { code: 'Code', text: 'Texte' } },
};
const minor = { fact: 'minor', is: true };
const VALUE = {
  title: 'Essai',
  order: null,
  letterhead: { authority: 'Rectorat', office: 'DEC' },
  when: minor,
  units: [
    { id: 'U1', coefficient: 2 },
    { id: 'U2', coefficient: null },
  ],
};

function nodes(value: unknown = VALUE, fresh = false): readonly Node[] {
  const place = { root: [], path: [], value, fresh, needed: true, mayAskHealth: true };
  return nodesOf(SCHEMA.shape, WORDS, place);
}
/** What is typed where nothing is changed. */
const SAME = {
  title: 'Essai',
  'letterhead-authority': 'Rectorat',
  'letterhead-office': 'DEC',
  when: 'all',
  'when-fact-0': 'minor=oui',
  'units-0-id': 'U1',
  'units-0-coefficient': 2,
  'units-1-id': 'U2',
};
function changes(typed: Readonly<Record<string, unknown>>, value: unknown = VALUE) {
  const { edits, faults, removed } = changesOf(nodes(value), value, { ...SAME, ...typed });
  return { edits, faults: faults.map(({ field }) => field), removed };
}
const NOTHING = { edits: [], faults: [], removed: [] };

describe('What a field changes in its file', () => {
  it('is nothing where it says the same', () => {
    expect(changes({})).toEqual(NOTHING);
  });
  it('is its value, put among the keys beside it', () => {
    const order = Object.keys(SCHEMA.shape);
    expect(changes({ title: 'Autre' }).edits).toEqual([{ path: ['title'], set: 'Autre', order }]);
    expect(changes({ note: 'Mot' }).edits).toEqual([{ path: ['note'], set: 'Mot', order }]);
    expect(changes({ tick: true }).edits).toEqual([{ path: ['tick'], set: true, order }]);
    expect(changes({ 'letterhead-authority': 'Ville' }).edits).toEqual([
      { path: ['letterhead', 'authority'], set: 'Ville', order: ['authority', 'office'] },
    ]);
  });
  it('is a fault where it is asked for and empty', () => {
    expect(changes({ title: null })).toEqual({ ...NOTHING, faults: ['title'] });
    const { faults } = changesOf(nodes(), VALUE, { ...SAME, title: '' });
    expect(changesOf(nodes(), VALUE, { ...SAME, title: null }).faults).toEqual([
      { field: 'title', message: expect.stringContaining('remplissez-le') },
    ]);
    expect(faults).toEqual([]);
  });
  it('is null, where the source may say nothing; a null stays one', () => {
    const order = Object.keys(SCHEMA.shape);
    const { order: _, ...without } = VALUE;
    expect(changes({ order: null }, without).edits).toEqual([{ path: ['order'], set: null, order }]);
    expect(changes({ order: null }, { ...VALUE, order: 'A' }).edits).toEqual([{ path: ['order'], set: null, order }]);
    expect(changes({ order: null }, { ...VALUE, order: null })).toEqual(NOTHING);
  });
  it('is that its key goes, where it may be left out', () => {
    expect(changes({ note: null }, { ...VALUE, note: 'Mot' }).edits).toEqual([{ path: ['note'], remove: true }]);
    expect(changes({ tick: false }, { ...VALUE, tick: true }).edits).toEqual([{ path: ['tick'], remove: true }]);
    expect(changes({ tags: null }, { ...VALUE, tags: ['a'] }).edits).toEqual([{ path: ['tags'], remove: true }]);
  });
  it('is line by line, in a list that is there', () => {
    expect(changes({ tags: 'a\nc' }, { ...VALUE, tags: ['a', 'b'] }).edits).toEqual([{ path: ['tags', 1], set: 'c' }]);
    expect(changes({ tags: 'a' }).edits).toMatchObject([{ path: ['tags'], set: ['a'] }]);
  });
});

describe('What a condition changes', () => {
  it('is the condition, where it says something else', () => {
    expect(changes({ 'when-fact-0': 'minor=non' }).edits).toEqual([
      { path: ['when'], set: { fact: 'minor', is: false } },
    ]);
    expect(changes({ 'when-fact-0': '' })).toEqual({ ...NOTHING, faults: ['when-fact-0'] });
  });
});

describe('What a block changes', () => {
  it('that must be there: its fields, even where none is filled', () => {
    const emptied = { 'letterhead-authority': null, 'letterhead-office': null };
    expect(changes(emptied)).toEqual({
      ...NOTHING,
      edits: [{ path: ['letterhead', 'office'], remove: true }],
      faults: ['letterhead-authority'],
    });
    const { letterhead: _, ...without } = VALUE;
    expect(changes(emptied, without)).toEqual(NOTHING);
  });
  it('that may be left out: it comes whole, among the keys beside it, or not at all', () => {
    const order = Object.keys(SCHEMA.shape);
    expect(changes({ 'extra-reason': 'Oui', 'extra-at': 'Ici' }).edits).toEqual([
      { path: ['extra'], set: { reason: 'Oui', at: 'Ici' }, order },
    ]);
    expect(changes({ 'extra-at': 'Ici' }).faults).toEqual(['extra-reason']);
    expect(changes({ 'extra-reason': '', 'extra-at': null })).toEqual(NOTHING);
  });
  it('that may be left out goes once it is emptied, or what it needs and comes first is', () => {
    const value = { ...VALUE, extra: { reason: 'Oui', at: 'Ici' } };
    const gone = { ...NOTHING, edits: [{ path: ['extra'], remove: true }] };
    expect(changes({ 'extra-reason': null, 'extra-at': null }, value)).toEqual(gone);
    expect(changes({ 'extra-reason': null, 'extra-at': 'Ici' }, value)).toEqual(gone);
    expect(changes({ 'extra-reason': 'Oui', 'extra-at': null }, value).edits).toEqual([
      { path: ['extra', 'at'], remove: true },
    ]);
    expect(changes({ 'extra-reason': 'Non', 'extra-at': 'Ici' }, value).edits).toMatchObject([
      { path: ['extra', 'reason'], set: 'Non' },
    ]);
  });
});

describe('What a list changes', () => {
  it('items at their place, new ones at the end, those that go from the last one', () => {
    const typed = { 'units-0-coefficient': 3, 'units-1-remove': true, 'units-new-id': 'U3', 'units-new2-id': 'U4' };
    const { edits, removed } = changes(typed);
    expect(edits).toMatchObject([
      { path: ['units', 0, 'coefficient'], set: 3 },
      { path: ['units', 2], insert: { id: 'U3', coefficient: null } },
      { path: ['units', 3], insert: { id: 'U4', coefficient: null } },
      { path: ['units', 1], remove: true },
    ]);
    expect(removed).toEqual([['units', 1]]);
    expect(changes({ 'units-0-remove': true, 'units-1-remove': true }).edits).toEqual([
      { path: ['units', 1], remove: true },
      { path: ['units', 0], remove: true },
    ]);
    expect(changes({ 'units-0-remove': 'oui', 'units-1-remove': false })).toEqual(NOTHING);
  });
  it('nothing for a new one of which nothing is filled', () => {
    expect(changes({ 'units-new-id': '', 'units-new-coefficient': null, 'units-new-note': undefined })).toEqual(
      NOTHING,
    );
  });
  it('refuses a name that is taken, by one that is there or by one that comes with it', () => {
    expect(changes({ 'units-new-id': 'U2' }).faults).toEqual(['units-new-id']);
    expect(changes({ 'units-new-id': 'U3', 'units-new2-id': 'U3' }).faults).toEqual(['units-new2-id']);
    expect(changes({ 'units-new-coefficient': 4 }).faults).toEqual(['units-new-id']);
  });
});

describe('The code of what is new', () => {
  const codeOf = (said: string, others: readonly string[] = []): unknown => {
    const value = { ...VALUE, later: others.map((code) => ({ code, text: code })) };
    const typed = Object.fromEntries(
      others.flatMap((code, index) => [
        [`later-${index}-code`, code],
        [`later-${index}-text`, code],
      ]),
    );
    const { edits } = changes({ ...typed, 'later-new-text': said }, value);
    const [edit] = edits;
    return edit !== undefined && 'insert' in edit ? edit.insert : edit;
  };
  it('is drawn from its first words, another one where it is taken', () => {
    expect(codeOf('Une page manque au document')).toEqual({
      code: 'une-page-manque-au',
      text: 'Une page manque au document',
    });
    expect(codeOf('Anticonstitutionnellement illisible')).toMatchObject({ code: 'anticonstitutionnellement-illi' });
    expect(codeOf('!!!')).toMatchObject({ code: 'motif' });
    expect(codeOf('Flou', ['flou'])).toMatchObject({ code: 'flou-2' });
    expect(codeOf('Flou', ['flou', 'flou-2', 'flou-3'])).toMatchObject({ code: 'flou-4' });
  });
  it('is asked where there are no words to draw it from', () => {
    const lacking = changes({ 'later-new-code': 'flou' });
    expect(lacking.faults).toEqual(['later-new-text']);
    const taken = changes(
      { 'later-0-code': 'flou', 'later-0-text': 'Flou', 'later-new-code': 'flou', 'later-new-text': 'Très flou' },
      { ...VALUE, later: [{ code: 'flou', text: 'Flou' }] },
    );
    expect(taken.faults).toEqual(['later-new-code']);
  });
});

describe('What is made from nothing', () => {
  const make = (typed: Readonly<Record<string, unknown>>, others: readonly unknown[] = []) => {
    const { value, faults } = built(nodes({}, true), Object.keys(SCHEMA.shape), typed, others);
    return { value, faults: faults.map(({ field, message }) => [field, plainSpaces(message)] as const) };
  };
  const whole = { title: 'Essai', 'letterhead-authority': 'Rectorat', when: 'always' };
  it('has its keys in their order, null where nothing is known, and no key for what is left out', () => {
    const { value, faults } = make({ ...whole, note: 'Mot' });
    expect(faults).toEqual([]);
    expect(JSON.stringify(value)).toBe(
      JSON.stringify({
        title: 'Essai',
        order: null,
        note: 'Mot',
        letterhead: { authority: 'Rectorat' },
        when: { always: true },
        units: [],
      }),
    );
  });
  it('lacks what is asked for, wherever it stands', () => {
    expect(make({}).faults.map(([field]) => field)).toEqual(['title', 'letterhead-authority', 'when-fact-0']);
    expect(make({ ...whole, 'extra-at': 'Ici', 'units-new-note': 'x' }).faults.map(([field]) => field)).toEqual([
      'extra-reason',
      'units-new-id',
    ]);
  });
  it('has the items that were filled', () => {
    expect(make({ ...whole, 'units-new-id': 'U1', 'extra-reason': 'Oui' }).value).toMatchObject({
      units: [{ id: 'U1', coefficient: null }],
      extra: { reason: 'Oui' },
    });
  });
  it('bears a name of its own', () => {
    const fields = { code: text, label: text };
    const some = nodesOf(
      fields,
      { code: 'Code', label: 'Nom' },
      {
        root: [],
        path: [],
        value: {},
        fresh: true,
        needed: true,
        mayAskHealth: false,
      },
    );
    const named = (typed: object, others: readonly unknown[]) => built(some, ['code', 'label'], { ...typed }, others);
    expect(named({ code: 'a', label: 'A' }, [{ code: 'b' }]).faults).toEqual([]);
    expect(named({ code: 'b', label: 'B' }, [{ code: 'b' }]).faults).toEqual([
      { field: 'code', message: '«\u00a0b\u00a0» est déjà pris\u00a0: choisissez un autre code.' },
    ]);
    // The code of an entry is nobody's to draw.
    expect(named({ label: 'B' }, []).faults.map(({ field }) => field)).toEqual(['code']);
    expect(named({ label: 'B' }, []).value).toEqual({ label: 'B' });
  });
});
