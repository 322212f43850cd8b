import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Edit, editYaml } from './yamlEdit.ts';
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
    for (const text of odd)
      for (const path of [['code'], ['folded'], ['last'], ['texts', 1], ['short', 0], ['entries', 0, 'say']]) {
        const after = editYaml(FILE, [{ path, set: text }]);
        expect(valueAt(readTree(after), path)).toBe(text);
        expect(after).toContain('# Une page, avec ses remarques.');
      }
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
    const step = Math.ceil(places.length / 12);
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
