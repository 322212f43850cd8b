import { describe, expect, it } from 'vitest';
import { deliveredChanges } from './delivered.ts';
import { differencesBetween } from './difference.ts';
import { applyChanges, changesBetween } from './files.ts';
import { differentLines } from './lines.ts';

const file = (name: string, text: string) => ({ file: name, text });
const valuesOf = (was: string, is: string) =>
  differencesBetween([file('a.yaml', was)], [file('a.yaml', is)]).files[0]?.values ?? null;

describe('What differs between two packs', () => {
  it('is each value, by its place, whatever the order of keys and of entries that bear a code', () => {
    const was =
      'window: { opensAt: 2023-10-12T14:00, closesAt: x }\nlist:\n  - { code: A, n: 1 }\n  - { code: B, n: 2 }\n';
    const is =
      '# note\nlist:\n  - { code: B, n: 3 }\n  - { code: A, n: 1 }\n  - { code: C }\nwindow: { closesAt: x }\n';
    expect(valuesOf(was, is)).toEqual([
      { path: ['window', 'opensAt'], was: '2023-10-12T14:00', is: undefined },
      { path: ['list', 'B', 'n'], was: '2', is: '3' },
      { path: ['list', 'C'], was: undefined, is: '{\n "code": "C"\n}' },
    ]);
  });

  it('is nothing but layout when only comments moved, and is not known when a file can not be read', () => {
    expect(valuesOf('a: 1\n', '# why\na:   1\n')).toEqual([]);
    expect(valuesOf('a: 1\n', 'a: [\n')).toBeNull();
  });

  it.each<[string, string, string, readonly unknown[]]>([
    ['a list of words, whole', 'a: [x, y]\n', 'a: [x, z, 3]\n', [{ path: ['a'], was: 'x, y', is: 'x, z, 3' }]],
    ['a list emptied', 'a: [x]\n', 'a: []\n', [{ path: ['a'], was: 'x', is: '' }]],
    [
      'entries without a code, by their position',
      'a:\n  - { n: 1 }\n  - { n: 2 }\n',
      'a:\n  - { n: 1 }\n  - { n: 3 }\n  - x\n',
      [
        { path: ['a', '2', 'n'], was: '2', is: '3' },
        { path: ['a', '3'], was: undefined, is: 'x' },
      ],
    ],
    [
      'a list where one entry alone has a code, by position',
      'a:\n  - { code: A }\n  - { n: 2 }\n',
      'a:\n  - { code: B }\n',
      [
        { path: ['a', '1', 'code'], was: 'A', is: 'B' },
        { path: ['a', '2'], was: '{\n "n": 2\n}', is: undefined },
      ],
    ],
    [
      'words among entries, by position',
      'a: [x, { n: 1 }]\n',
      'a: [x, { n: 2 }]\n',
      [{ path: ['a', '2', 'n'], was: '1', is: '2' }],
    ],
    [
      'entries that bear a number or an id',
      'a: [{ cfd: A, code: x, n: 1 }, { cfd: B, code: x }]\nb: [{ id: U1, n: 1 }]\n',
      'a: [{ cfd: B, code: x }, { cfd: A, code: x, n: 2 }]\nb: [{ id: U0 }, { id: U1, n: 2 }]\n',
      [
        { path: ['a', 'A', 'n'], was: '1', is: '2' },
        { path: ['b', 'U1', 'n'], was: '1', is: '2' },
        { path: ['b', 'U0'], was: undefined, is: '{\n "id": "U0"\n}' },
      ],
    ],
    [
      'a code that is a number names nothing',
      'a: [{ code: 1 }]\n',
      'a: [{ code: 2 }]\n',
      [{ path: ['a', '1', 'code'], was: '1', is: '2' }],
    ],
    [
      'a list that was a word',
      'a: x\n',
      'a: [x, { n: 1 }]\n',
      [{ path: ['a'], was: 'x', is: '[\n "x",\n {\n  "n": 1\n }\n]' }],
    ],
    [
      'a word that was a list',
      'a: [x]\n',
      'a: { b: [y] }\n',
      [{ path: ['a'], was: 'x', is: '{\n "b": [\n  "y"\n ]\n}' }],
    ],
    [
      'a block that is no longer known',
      'a: { n: 1 }\n',
      'a: null\n',
      [{ path: ['a'], was: '{\n "n": 1\n}', is: 'null' }],
    ],
    [
      'a key that every object inherits',
      'a: {}\n',
      'a: { toString: x }\n',
      [{ path: ['a', 'toString'], was: undefined, is: 'x' }],
    ],
  ])('is said of %s', (_, was, is, changes) => {
    expect(valuesOf(was, is)).toEqual(changes);
  });

  it('is given file by file in the order of names, with their lines, those alike left out', () => {
    const before = [file('d', 'a: 1\n'), file('b', 'b: 1\n'), file('same', '1')];
    const after = [file('same', '1'), file('d', 'a: 2\n'), file('c', 'c: 1\n')];
    const was = (text: string) => ({ kind: 'was', text });
    const is = (text: string) => ({ kind: 'is', text });
    expect(differencesBetween(before, after)).toEqual({
      files: [
        {
          file: 'b',
          kind: 'gone',
          values: [{ path: ['b'], was: '1', is: undefined }],
          names: [],
          lines: [was('b: 1')],
        },
        {
          file: 'c',
          kind: 'added',
          values: [{ path: ['c'], was: undefined, is: '1' }],
          names: [],
          lines: [is('c: 1')],
        },
        {
          file: 'd',
          kind: 'changed',
          values: [{ path: ['a'], was: '1', is: '2' }],
          names: [],
          lines: [was('a: 1'), is('a: 2')],
        },
      ],
      valuesLeft: 0,
    });
  });

  it('is shown as far as a page goes, and the rest is counted', () => {
    const map = (value: string): string => Array.from({ length: 700 }, (_, index) => `k${index}: ${value}\n`).join('');
    const { files, valuesLeft } = differencesBetween([file('a', map('1'))], [file('a', map('2'))]);
    expect([files[0]?.values?.length, valuesLeft]).toEqual([500, 200]);
    const long = differencesBetween([], [file('a', 'x\n'.repeat(3_000)), file('b', 'y\n')]).files;
    expect(long.map(({ lines }) => [lines?.length, lines?.at(-1)])).toEqual([
      [2_001, { kind: 'left', count: 1_000 }],
      [1, { kind: 'left', count: 1 }],
    ]);
    const wide = differencesBetween([], [file('a', `${'x'.repeat(9_000)}\n`.repeat(20))]).files[0]?.lines ?? [];
    expect(JSON.stringify(wide).length).toBeLessThan(310_000);
    expect(differencesBetween([], [file('a', 'x'.repeat(300_000))]).files[0]?.lines).toBeNull();
  });

  it('is nothing where a file is laid out otherwise', () => {
    expect(differencesBetween([file('a', 'a:   "x"\n')], [file('a', 'a: x\n')])).toEqual({ files: [], valuesLeft: 0 });
  });

  it('is not known of a file that comes or goes and can not be read', () => {
    const values = (before: readonly string[], after: readonly string[]) =>
      differencesBetween(
        before.map((text) => file('a', text)),
        after.map((text) => file('a', text)),
      ).files.map((one) => one.values);
    for (const [before, after] of [
      [[], ['a: [']],
      [['a: ['], []],
      [['a: ['], ['a: 1']],
    ] as const)
      expect(values(before, after)).toEqual([null]);
    expect(values([], ['- { code: A }\n- { code: B }\n'])).toEqual([
      [
        { path: ['A'], was: undefined, is: '{\n "code": "A"\n}' },
        { path: ['B'], was: undefined, is: '{\n "code": "B"\n}' },
      ],
    ]);
    expect(values(['- { code: A }\n'], [])).toEqual([[{ path: ['A'], was: '{\n "code": "A"\n}', is: undefined }]]);
  });

  it('calls entries by what they are called, those that went too', () => {
    const names = (before: string | null, after: string | null) =>
      differencesBetween(before === null ? [] : [file('a', before)], after === null ? [] : [file('a', after)]).files[0]
        ?.names;
    const list = '- { code: A, label: Un }\n- { cfd: B, name: Deux }\n- { id: C }\n- { title: Trois }\n- x\n';
    const named = [
      ['A', 'Un'],
      ['B', 'Deux'],
      ['', 'Trois'],
    ];
    expect([names(null, list), names(list, null)]).toEqual([named, named]);
    expect(names('a: 1\n', 'title: Coiffure\n')).toEqual([['', 'Coiffure']]);
  });

  it('calls a part of an entry by its words, and an entry by its code', () => {
    expect(
      valuesOf(
        'a:\n  - { code: A, label: Un, n: 1 }\n  - { code: B, text: Deux, n: 1 }\n  - { code: C, label: 3, n: 1 }\n  - { code: D, label: Quatre }\n',
        'a:\n  - { code: A, label: Un, n: 2 }\n  - { code: B, text: Deux, n: 2 }\n  - { code: C, label: 3, n: 2 }\n',
      )?.map(({ path }) => path.join(' ')),
    ).toEqual(['a «\u00a0Un\u00a0» n', 'a «\u00a0Deux\u00a0» n', 'a C n', 'a «\u00a0Quatre\u00a0»']);
    expect(valuesOf('- { code: A, label: Un, n: 1 }\n', '- { code: A, label: Un, n: 2 }\n')).toEqual([
      { path: ['A', 'n'], was: '1', is: '2' },
    ]);
  });

  it('reads a condition whole, and a block that comes or goes key by key', () => {
    const one = '{ fact: minor, is: true }';
    for (const [was, is] of [
      [one, '{ fact: minor, is: false }'],
      ['{ always: true }', one],
      [`{ all: [ ${one} ] }`, `{ any: [ ${one} ] }`],
      [`{ any: [ ${one} ] }`, `{ not: ${one} }`],
      [`{ not: ${one} }`, `{ all: [ ${one} ] }`],
      [`{ all: [ ${one} ] }`, `{ all: [ ${one}, ${one} ] }`],
      [`{ any: [ ${one} ] }`, `{ any: [ ${one}, ${one} ] }`],
      [`{ not: ${one} }`, `{ not: { not: ${one} } }`],
      ['{ n: 1 }', one],
      [one, '{ n: 1 }'],
    ])
      expect(valuesOf(`when: ${was}\n`, `when: ${is}\n`)?.map(({ path }) => path)).toEqual([['when']]);
    for (const when of [one, '{ always: true }'])
      expect(valuesOf('a: 1\n', `a: 1\nwhen: ${when}\n`)?.map(({ path }) => path)).toEqual([['when']]);
    const block = 'a: 1\nb: { c: 1, d: 2 }\n';
    const [added, gone] = [valuesOf('a: 1\n', block), valuesOf(block, 'a: 1\n')];
    expect(added).toEqual([
      { path: ['b', 'c'], was: undefined, is: '1' },
      { path: ['b', 'd'], was: undefined, is: '2' },
    ]);
    expect(gone).toEqual([
      { path: ['b', 'c'], was: '1', is: undefined },
      { path: ['b', 'd'], was: '2', is: undefined },
    ]);
    expect(valuesOf('a: 1\n', 'a: 1\nb: x\nc: [y, z]\n')).toEqual([
      { path: ['b'], was: undefined, is: 'x' },
      { path: ['c'], was: undefined, is: 'y, z' },
    ]);
  });

  it('shows the beginning of what is very long, in its place, its value and its line', () => {
    const long = 'x'.repeat(5_001);
    const short = `${'x'.repeat(5_000)}…`;
    const of = (value: string): string => `- code: ${long}\n  b: ${value}\n`;
    const [found] = differencesBetween([file('a', of(long))], [file('a', of('y'))]).files;
    expect(found?.values).toEqual([{ path: [short, 'b'], was: short, is: 'y' }]);
    expect(found?.lines?.every((line) => 'text' in line && line.text.length <= 5_001)).toBe(true);
    expect(valuesOf('a: 1\n', `a: ${'x'.repeat(5_000)}\n`)?.[0]?.is).toBe('x'.repeat(5_000));
  });

  it('is shown as long as there is room for its signs, values first, then the files that follow', () => {
    const map = (sign: string): string =>
      Array.from({ length: 80 }, (_, index) => `k${index}: ${sign.repeat(4_900)}\n`).join('');
    const [before, after] = [
      [file('a', 'k: 1\n'), file('b', 'k: 1\n')],
      [file('a', map('x').slice(0, 190_000)), file('b', map('y').slice(0, 190_000))],
    ];
    const { files, valuesLeft } = differencesBetween(before, after);
    const [first, second] = files;
    expect([first?.values?.length, second?.values?.length]).toEqual([40, 0]);
    expect(valuesLeft).toBe(40);
    expect(first?.lines?.at(-1)).toMatchObject({ kind: 'left' });
    expect(second?.lines).toEqual([{ kind: 'left', count: expect.any(Number) }]);
  });

  it('names files that came and went', () => {
    const kinds = differencesBetween([file('gone', 'x')], [file('new', 'y')]).files.map((one) => [one.file, one.kind]);
    expect(kinds).toEqual([
      ['gone', 'gone'],
      ['new', 'added'],
    ]);
  });
});

describe('The lines of a file', () => {
  it('show what changed with three lines around it', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `ligne ${index}`);
    const changed = lines.map((line) => (line === 'ligne 15' ? 'autre' : line));
    const shown = differentLines(lines.join('\n'), changed.join('\n')) ?? [];
    expect(shown.filter(({ kind }) => kind === 'same')).toHaveLength(6);
    expect(shown.filter(({ kind }) => kind === 'was' || kind === 'is')).toEqual([
      { kind: 'was', text: 'ligne 15' },
      { kind: 'is', text: 'autre' },
    ]);
    expect(shown.filter((line) => line.kind === 'skipped')).toEqual([
      { kind: 'skipped', count: 12 },
      { kind: 'skipped', count: 11 },
    ]);
  });

  it('are all shown where a single one would be skipped', () => {
    const shown = (count: number) => {
      const lines = Array.from({ length: count }, (_, index) => `${index}`).join('\n');
      return differentLines(`was\n${lines}\nlast\n`, `is\n${lines}\nend\n`);
    };
    const same = (text: string) => ({ kind: 'same', text });
    const around = (middle: readonly unknown[]) => [
      { kind: 'was', text: 'was' },
      { kind: 'is', text: 'is' },
      ...middle,
      { kind: 'was', text: 'last' },
      { kind: 'is', text: 'end' },
    ];
    expect(shown(7)).toEqual(around(['0', '1', '2', '3', '4', '5', '6'].map(same)));
    expect(shown(8)).toEqual(
      around([...['0', '1', '2'].map(same), { kind: 'skipped', count: 2 }, ...['5', '6', '7'].map(same)]),
    );
  });

  it('are given up when two long files have nothing in common', () => {
    const noise = (seed: number): string =>
      Array.from({ length: 5_000 }, (_, index) => `${(index * seed) % 100_003}`).join('\n');
    expect(differentLines(noise(7919), noise(104_729), 1)).toBeNull();
  });
});

describe('Changes of files', () => {
  const before = [file('a', '1'), file('b', '2')];

  it('say what differs and give it back; a change that is undone is none', () => {
    const after = [file('b', '3'), file('c', '4')];
    const changes = changesBetween(before, after);
    expect(changes).toEqual({ a: null, b: '3', c: '4' });
    expect(applyChanges(before, changes)).toEqual(after);
    expect(changesBetween(before, applyChanges(before, {}))).toEqual({});
  });

  it('of a delivery come in where the office changed nothing; elsewhere the office keeps its own', () => {
    const shipped = [file('same', '1'), file('own', '1'), file('both', '1'), file('gone', '1')];
    const office = [file('same', '1'), file('own', '2'), file('both', '2'), file('gone', '1'), file('mine', '9')];
    const delivered = [file('same', '3'), file('own', '1'), file('both', '3'), file('new', '5')];
    const after = deliveredChanges(shipped, office, delivered);
    expect(Object.fromEntries(after.map(({ file: name, text }) => [name, text]))).toEqual({
      same: '3',
      own: '2',
      both: '2',
      mine: '9',
      new: '5',
    });
  });
});
