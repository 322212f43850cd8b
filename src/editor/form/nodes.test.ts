import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Condition } from '../../catalogue/index.ts';
import {
  fieldsOf,
  type Group,
  isFresh,
  type List,
  leavesOf,
  type Node,
  type NodePlace,
  nodesOf,
  typedFrom,
} from './nodes.ts';

const text = z.string();
const SCHEMA = z.strictObject({
  code: text,
  name: text,
  letterhead: z.strictObject({ authority: text, links: z.strictObject({ site: text }).optional() }),
  note: z.strictObject({ words: text }).optional(),
  contacts: z.array(z.strictObject({ id: text, title: text.nullable(), phone: text.optional() })).max(3),
  rules: z.array(z.strictObject({ when: Condition, why: text, source: text })).optional(),
});
const WORDS = {
  name: 'Nom',
  code: { label: 'Code', fixed: true as const },
  letterhead: {
    label: 'En-tête',
    fields: { authority: 'Autorité', links: { label: 'Liens', fields: { site: 'Site' } } },
  },
  note: { label: 'Remarque', fields: { words: 'Mots' } },
  contacts: {
    label: 'Organismes',
    article: 'un' as const,
    one: 'Organisme',
    fields: { id: { label: 'Sigle', fixed: true as const }, title: 'Titre', phone: 'Téléphone' },
  },
  rules: { label: 'Règles', one: 'Règle', fields: { when: 'Demandée', why: 'Raison', source: 'Source' } },
  unknown: 'Mot sans clé',
};
const VALUE = {
  code: 'A1',
  name: 'Essai',
  letterhead: { authority: 'Rectorat' },
  contacts: [{ id: 'CFA', title: 'Le centre', phone: '04' }, { id: 'X' }],
  rules: [{ when: { fact: 'minor', is: true }, why: 'Parce que.' }],
};

function nodes(value: unknown = VALUE, more: Partial<NodePlace> = {}): readonly Node[] {
  return nodesOf(SCHEMA.shape, WORDS, {
    root: [],
    path: [],
    value,
    fresh: false,
    needed: true,
    mayAskHealth: true,
    ...more,
  });
}
function named(key: string, of: readonly Node[] = nodes()): Node {
  const found = of.find((node) => node.key === key);
  if (found === undefined) throw new Error(`No ${key}`);
  return found;
}
const group = (key: string, of?: readonly Node[]): Group => named(key, of) as Group;
const list = (key: string, of?: readonly Node[]): List => named(key, of) as List;
const names = (of: readonly Node[]): readonly string[] => fieldsOf(of).map(({ name }) => name);

describe('The nodes of a form', () => {
  it('stand in the order of the words; what is given once is asked of a new one alone', () => {
    expect(nodes().map(({ key, kind }) => `${key} ${kind}`)).toEqual([
      'name leaf',
      'letterhead group',
      'note group',
      'contacts list',
      'rules list',
    ]);
    expect(nodes({}, { fresh: true }).map(({ key }) => key)).toContain('code');
  });
  it('are a field each, named by its place in the entry, wherever that stands in its file', () => {
    const here = names(nodes());
    expect(here).toEqual([
      'name',
      'letterhead-authority',
      'letterhead-links-site',
      'note-words',
      'contacts-0-title',
      'contacts-0-phone',
      'contacts-0-remove',
      'contacts-1-title',
      'contacts-1-phone',
      'contacts-1-remove',
      ...['new', 'new2', 'new3', 'new4'].flatMap((step) =>
        ['id', 'title', 'phone'].map((key) => `contacts-${step}-${key}`),
      ),
      'rules-0-when',
      'rules-0-when-fact-0',
      'rules-0-when-number-0',
      'rules-0-when-fact-1',
      'rules-0-when-number-1',
      'rules-0-why',
      'rules-0-source',
      'rules-0-remove',
      'rules-new-when',
      'rules-new-when-fact-0',
      'rules-new-when-number-0',
      'rules-new-why',
      'rules-new-source',
    ]);
    const second = nodes(VALUE, { root: [1], path: [1] });
    expect(names(second)).toEqual(here);
    expect(leavesOf(second).map(({ path }) => path.join('.'))).toContain('1.letterhead.authority');
    expect(list('contacts', second).items[0]?.path).toEqual([1, 'contacts', 0]);
  });
  it('know the keys beside theirs, and within them', () => {
    const around = ['code', 'name', 'letterhead', 'note', 'contacts', 'rules'];
    expect(group('letterhead')).toMatchObject({ order: ['authority', 'links'], around, empty: 'required' });
    expect(group('note').empty).toBe('absent');
    expect(named('name')).toMatchObject({ order: around });
    expect(list('contacts')).toMatchObject({ empty: 'required', path: ['contacts'] });
    expect(list('contacts').items[0]).toMatchObject({ order: ['id', 'title', 'phone'], around });
  });
  it('have to be filled, save those of what may be left out as a whole, or of an item that is not there yet', () => {
    const needed = fieldsOf(nodes())
      .filter(({ optional }) => optional !== true)
      .map(({ name }) => name);
    expect(needed).toEqual(['name', 'letterhead-authority', 'rules-0-when', 'rules-0-why', 'rules-0-source']);
    expect(
      fieldsOf(nodes(VALUE, { needed: false })).filter(
        ({ name, optional }) => /^(name|letter)/.test(name) && optional !== true,
      ),
    ).toEqual([]);
  });
});

describe('A list', () => {
  it('shows no more items than the schema takes, each with a box to take it away', () => {
    const five = { ...VALUE, contacts: Array.from({ length: 5 }, () => ({ id: 'X' })) };
    const { items, fresh } = list('contacts', nodes(five));
    expect(items).toHaveLength(3);
    expect(items[2]?.removal).toMatchObject({ name: 'contacts-2-remove', label: 'Retirer', optional: true });
    expect(items[2]?.removal.control).toBe('checkbox');
    expect(items[2]?.removal.check.safeParse(false).success).toBe(true);
    expect(items[2]).toMatchObject({ name: 'contacts-2', within: ['contacts', 2] });
    // A new one stands after all that the file holds.
    expect(fresh[0]).toMatchObject({ path: ['contacts', 5], name: 'contacts-new', within: ['contacts', 'new'] });
  });
  it('offers several new ones of a few plain fields, one of more or of others', () => {
    const fresh = (item: z.ZodType): number => {
      const [only] = nodesOf(
        { some: z.array(item) },
        { some: { label: 'Liste', one: 'Chose', fields: {} } },
        { root: [], path: [], value: {}, fresh: false, needed: true, mayAskHealth: false },
      );
      return only?.kind === 'list' ? only.fresh.length : -1;
    };
    const plain = { a: text, b: text, c: text };
    expect(fresh(z.strictObject(plain))).toBe(4);
    expect(fresh(z.strictObject({ ...plain, d: text }))).toBe(1);
    expect(fresh(z.strictObject({ a: z.strictObject({ b: text }) }))).toBe(1);
    expect(fresh(z.strictObject({ a: z.array(z.strictObject({ b: text })) }))).toBe(1);
    expect(fresh(z.strictObject({ a: Condition }))).toBe(1);
    expect(fresh(z.strictObject({ a: z.record(text, text).optional() }))).toBe(1);
    expect(fresh(z.strictObject({ a: z.array(text), b: z.boolean() }))).toBe(4);
  });
  it('calls each item by its code and its words, else by its place', () => {
    const called = (value: unknown): string | undefined =>
      list('contacts', nodes({ contacts: [value] })).items[0]?.summary;
    expect(called({ id: 'CFA', title: 'Le centre' })).toBe('CFA · Le centre');
    expect(called({ code: 'C', label: 'Nom', title: 'Titre' })).toBe('C · Nom');
    expect(called({ cfd: '450', name: 'Coiffure' })).toBe('450 · Coiffure');
    expect(called({ name: 'Seul' })).toBe('Seul');
    expect(called({ fields: ['Commerce', 'Vente'] })).toBe('Commerce, Vente');
    expect(['diploma', 'basis'].map((key) => called({ [key]: 'Dit.' }))).toEqual(['Dit.', 'Dit.']);
    // Of a sentence the code is ours alone.
    expect(called({ code: 'flou', text: 'Elle est floue.' })).toBe('Elle est floue.');
    expect(called({ id: 'CFA' })).toBe('Organisme 1');
    expect(called({ id: 'CFA', title: 12 })).toBe('Organisme 1');
    expect(called({ title: 'x'.repeat(80) })).toBe('x'.repeat(80));
    expect(called({ title: 'x'.repeat(81) })).toBe(`${'x'.repeat(80)}…`);
    expect(list('contacts').items[1]?.summary).toBe('Organisme 2');
    expect(list('contacts').fresh[0]?.summary).toBe('Ajouter un organisme');
    expect(list('rules').items[0]?.summary).toBe('Règle 1');
    expect(list('rules').fresh[0]?.summary).toBe('Ajouter un règle');
  });
});

describe('What stands in a form', () => {
  it('is what the file holds; nothing of what is not there yet', () => {
    expect(typedFrom(nodes(), VALUE)).toMatchObject({
      name: 'Essai',
      'letterhead-authority': 'Rectorat',
      'letterhead-links-site': '',
      'contacts-0-title': 'Le centre',
      'contacts-1-title': '',
      'contacts-new-id': '',
      'rules-0-when': 'all',
      'rules-0-when-fact-0': 'minor=oui',
      'rules-0-why': 'Parce que.',
    });
  });
  it('is told from what is being added by its place', () => {
    const leaves = leavesOf(nodes());
    expect(leaves.filter(isFresh).every(({ path }) => path.some((step) => String(step).startsWith('new')))).toBe(true);
    expect(leaves.filter(isFresh)).toHaveLength(12 + 3);
    expect(leaves.filter((leaf) => !isFresh(leaf))).toHaveLength(1 + 2 + 1 + 4 + 3);
  });
});
