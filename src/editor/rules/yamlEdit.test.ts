import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Edit, editYaml, yamlOf } from './yamlEdit.ts';
import { readTree, valueAt } from './yamlTree.ts';

const read = (file: string): string => readFileSync(`catalogue/${file}`, 'utf8');

const FILE = `# Une page, avec ses remarques.

code: a # le code
texts:
  # La première.
  - one
  # La deuxième.
  - two

  - three
folded: >-
  Un texte sur plusieurs lignes.
short: [ a, b ]
empty: []
nothing: null
entries:
  - code: x
    say: 'dit : x'
  - code: y
    when: { fact: minor, is: true }
last: end
`;

/** Lines of the first that aren't in the second, and the reverse. */
function difference(before: string, after: string): readonly string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return [
    ...a.filter((line) => !b.includes(line)).map((l) => `-${l}`),
    ...b.filter((l) => !a.includes(l)).map((l) => `+${l}`),
  ];
}
const change = (edit: Edit, text = FILE): readonly string[] => difference(text, editYaml(text, [edit]));

describe('A change of a file of rules', () => {
  it('touches its own line, and keeps the remark beside it', () => {
    expect(change({ path: ['code'], set: 'b' })).toEqual(['-code: a # le code', '+code: b # le code']);
    expect(change({ path: ['nothing'], set: 4 })).toEqual(['-nothing: null', '+nothing: 4']);
    expect(change({ path: ['last'], set: 'fin : point' })).toEqual(['-last: end', "+last: 'fin : point'"]);
  });
  it('keeps the way a text was written', () => {
    expect(change({ path: ['entries', 0, 'say'], set: 'dit : z' })).toEqual([
      "-    say: 'dit : x'",
      "+    say: 'dit : z'",
    ]);
    expect(change({ path: ['folded'], set: 'Un autre.' })).toEqual([
      '-  Un texte sur plusieurs lignes.',
      '+  Un autre.',
    ]);
    expect(change({ path: ['short'], set: ['a', 'c'] })).toEqual(['-short: [ a, b ]', '+short: [ a, c ]']);
    expect(change({ path: ['entries', 1, 'when', 'is'], set: false })).toEqual([
      '-    when: { fact: minor, is: true }',
      '+    when: { fact: minor, is: false }',
    ]);
  });
  it('adds and removes a key at its place', () => {
    const order = ['code', 'note', 'say'];
    expect(editYaml(FILE, [{ path: ['entries', 0, 'note'], set: 'n', order }])).toContain(
      "  - code: x\n    note: n\n    say: 'dit : x'\n",
    );
    expect(change({ path: ['entries', 0, 'say'], remove: true })).toEqual(["-    say: 'dit : x'"]);
    expect(change({ path: ['entries', 0, 'gone'], remove: true })).toEqual([]);
  });
  it('adds and removes a line of a list, with the remark above it', () => {
    expect(change({ path: ['texts', 1], remove: true })).toEqual(['-  # La deuxième.', '-  - two']);
    expect(change({ path: ['texts', 3], insert: 'four' })).toEqual(['+  - four']);
    expect(change({ path: ['texts', 0], insert: 'zero' })).toEqual(['+  - zero']);
    expect(change({ path: ['empty', 0], insert: { code: 'q', name: 'n' } })).toEqual([
      '-empty: []',
      '+empty:',
      '+  - code: q',
      '+    name: n',
    ]);
    expect(change({ path: ['entries', 2], insert: { code: 'z', when: { fact: 'minor', is: false } } })).toEqual([
      '+  - code: z',
      '+    when: { fact: minor, is: false }',
    ]);
  });
  it('writes nothing that reads otherwise', () => {
    const odd = [
      '# x',
      '- a',
      'a: b',
      "l'eau : « vive »",
      '{x}',
      '[',
      '"',
      "'",
      '\\',
      'null',
      'true',
      '012',
      '~',
      ' x ',
      'a\nb',
      '*a',
      '&a',
      '%a',
      '@a',
      '`',
      '---',
      '…',
      'a #b',
      '{ a',
      'é'.repeat(300),
      'mot '.repeat(80),
    ];
    const paths = [['code'], ['folded'], ['last'], ['texts', 1], ['short', 0], ['entries', 0, 'say']];
    for (const text of odd) {
      const after = editYaml(
        FILE,
        paths.map((path) => ({ path, set: text })),
      );
      const root = readTree(after);
      for (const path of paths) expect(valueAt(root, path), path.join('.')).toBe(text);
      expect(after).toContain('# Une page, avec ses remarques.');
    }
  });
});

describe('What a change writes', () => {
  it.each<[string, string, Edit, string]>([
    ['is the file anew where it can not be read', 'a: [', { path: ['b'], set: 1 }, 'b: 1\n'],
    ['is meant of the last of two alike keys', 'a: 1\na: 2\n', { path: ['a'], set: 3 }, 'a: 3\n'],
    ['leaves what stood for it as it was', 'a: &x 1\nb: *x\n', { path: ['a'], set: 3 }, 'a: 3\nb: 1\n'],
    ['makes the list that is not there', 'a: 1\n', { path: ['b', 0], insert: 'x' }, 'a: 1\nb: [ x ]\n'],
    ['makes a list of nothing', 'a: null\n', { path: ['a', 0], insert: { c: 1 } }, 'a:\n  - c: 1\n'],
    ['puts a list where a word was', 'a: x\n', { path: ['a'], set: ['u', 'v'] }, 'a: [ u, v ]\n'],
    ['keeps the remark of what is no longer known', 'a: x # r\n', { path: ['a'], set: null }, 'a: null # r\n'],
    ['opens a folded text that has lines now', 'a: >-\n  x\n', { path: ['a'], set: 'x\ny' }, 'a: |-\n  x\n  y\n'],
    ['keeps a text in lines so', 'a: |\n  x\n  y\n', { path: ['a'], set: 'z' }, 'a: |-\n  z\n'],
    ['keeps a word with two lines as a word', 'a: x\n', { path: ['a'], set: 'x\ny' }, 'a: x\n\n  y\n'],
    ['keeps brackets', 'a: [ b ]\n', { path: ['a', 1], insert: 'c' }, 'a: [ b, c ]\n'],
    ['keeps lines close', 'l:\n  - a\n  - b\n', { path: ['l', 1], insert: 'z' }, 'l:\n  - a\n  - z\n  - b\n'],
    ['stands last where no order is said', 'a: 1\nb: 2\n', { path: ['n'], set: 0 }, 'a: 1\nb: 2\nn: 0\n'],
    ['stands last out of the order', 'a: 1\nb: 2\n', { path: ['n'], set: 0, order: ['a'] }, 'a: 1\nb: 2\nn: 0\n'],
    ['stands first in the order', 'a: 1\nb: 2\n', { path: ['n'], set: 0, order: ['n', 'a'] }, 'n: 0\na: 1\nb: 2\n'],
    ['stands between', 'a: 1\nb: 2\n', { path: ['n'], set: 0, order: ['a', 'n', 'b'] }, 'a: 1\nn: 0\nb: 2\n'],
  ])('%s', (_, text, edit, after) => {
    expect(editYaml(text, [edit])).toBe(after);
  });
  it.each(['a', '{ n: 1 }', '[ a ]'])('sets %s apart by a blank line where the others are', (item) => {
    const list = (...items: readonly string[]): string => `l:\n${items.map((one) => `  - ${one}\n`).join('\n')}`;
    const added = (index: number): string => editYaml(list(item, item), [{ path: ['l', index], insert: 'z' }]);
    expect([added(0), added(1), added(2)]).toEqual([
      list('z', item, item),
      list(item, 'z', item),
      list(item, item, 'z'),
    ]);
  });
  it('is nothing without a change, however the file is laid out', () => {
    expect(editYaml('a:   1', [])).toBe('a:   1');
  });
  it('is a value by itself, without an end of line', () => {
    expect(yamlOf({ a: 1, b: ['x', { c: 2 }], d: '  e : f', g: [], h: {} })).toBe(
      "a: 1\nb:\n  - x\n  - c: 2\nd: '  e : f'\ng: []\nh: {}",
    );
  });
});

describe('The files of the catalogue', () => {
  const files = [
    'exams/bp/pieces.yaml',
    'exams/bp/specialities.yaml',
    'sessions/bp-2024-clermont.yaml',
    'texts/mails.yaml',
    'exams/bp/regulations/45033608-coiffure.yaml',
  ];
  it.each(files)('%s: each plain value can change alone', (file) => {
    const text = read(file);
    const root = readTree(text);
    const places = placesOf(root);
    const step = Math.ceil(places.length / 6);
    for (const path of places.filter((_, index) => index % step === 0)) {
      const after = editYaml(text, [{ path, set: 'Autre : chose' }]);
      expect(valueAt(readTree(after), path)).toBe('Autre : chose');
      expect(difference(text, after).filter((line) => line.startsWith('+')).length, path.join('.')).toBeLessThanOrEqual(
        4,
      );
    }
  });
});

function placesOf(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => placesOf(item, [...path, index]));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => placesOf(item, [...path, key]));
  return [path];
}
