import { describe, expect, it } from 'vitest';
import type { Field } from '../../ui/index.ts';
import {
  type Bound,
  editsFrom,
  faultsAtFields,
  formFrom,
  linesBound,
  mappedBound,
  type Place,
  stateFrom,
  textBound,
  ticksBound,
  valueBound,
} from './bound.ts';
import { type Edit, editYaml } from './yamlEdit.ts';
import { readTree } from './yamlTree.ts';

const field = (name: string, control = 'text'): Field => ({ name, control }) as unknown as Field;
const place: Place = { path: ['a'] };
const order = ['a', 'b'];
const set = (value: unknown, rest: object = {}) => [{ path: ['a'], set: value, ...rest }];
const gone = [{ path: ['a'], remove: true }];

describe('A field bound to a text', () => {
  it.each<[string, unknown, unknown, readonly unknown[]]>([
    ['the same with other spaces', { a: 'un\u00a0: deux\n' }, 'un : deux', []],
    ['other words', { a: 'un' }, 'un : deux', set('un\u00a0: deux')],
    ['other words, where the text ends its line', { a: 'un\n' }, 'deux', set('deux\n')],
    ['a first text', {}, 'un', set('un')],
    ['a text where a number was', { a: 3 }, '3', set('3')],
    ['nothing', { a: 'un' }, undefined, gone],
    ['nothing where nothing was', {}, undefined, []],
    ['nothing where it was not known', { a: null }, undefined, []],
  ])('writes what was typed: %s', (_, root, typed, edits) => {
    expect(textBound(field('t'), place).edits(root, typed)).toEqual(edits);
  });
  it('tells lines apart in a text of several lines alone', () => {
    const root = { a: 'un\ndeux' };
    expect(textBound(field('t'), place).edits(root, 'un deux')).toEqual([]);
    expect(textBound(field('t', 'textarea'), place).edits(root, 'un deux')).toEqual(set('un deux'));
    expect(textBound(field('t', 'textarea'), place).edits(root, ' un \ndeux')).toEqual([]);
  });
  it('leaves the spaces of a text for machines', () => {
    expect(textBound(field('t'), place, true).edits({}, 'a : b')).toEqual(set('a : b'));
  });
  it.each<[Place['empty'], unknown, readonly unknown[]]>([
    ['null', { a: 'x' }, set(null, { order })],
    ['null', { a: null }, []],
    ['null', {}, set(null, { order })],
    ['absent', { a: 'x' }, gone],
    ['absent', { a: null }, gone],
    ['absent', {}, []],
  ])('that is emptied is written %s, where %j was', (empty, root, edits) => {
    expect(textBound(field('t'), { path: ['a'], empty: empty ?? 'null', order }).edits(root, null)).toEqual(edits);
  });
  it('gives the order of keys with what it writes', () => {
    expect(textBound(field('t'), { path: ['a'], order }).edits({}, 'x')).toEqual(set('x', { order }));
  });
});

describe('A field bound to a value', () => {
  it.each<[unknown, string]>([
    [true, 'oui'],
    [false, 'non'],
    [4, '4'],
    [' x\n', 'x'],
    [null, ''],
    [['x'], ''],
  ])('shows %j as %j', (value, shown) => {
    expect(valueBound(field('v'), place).typed({ a: value })).toBe(shown);
    expect(textBound(field('v'), place).typed({ a: value })).toBe(shown);
  });
  it.each<[unknown, readonly unknown[]]>([
    [4, set(4)],
    ['x', set('x')],
    [false, set(false)],
    [true, []],
    [{}, gone],
  ])('writes %j as the check gave it', (typed, edits) => {
    expect(valueBound(field('v'), place).edits({ a: true }, typed)).toEqual(edits);
  });
  it('may be shown and written in another way', () => {
    expect(valueBound(field('v'), place, (value) => `<${value}>`).typed({ a: 1 })).toBe('<1>');
    const mapped = mappedBound(
      field('m'),
      place,
      (value) => `${value} ans`,
      (typed) => Number(typed) * 2,
    );
    expect(mapped.typed({ a: 3 })).toBe('3 ans');
    expect([mapped.edits({ a: 3 }, '4'), mapped.edits({ a: 8 }, '4')]).toEqual([set(8), []]);
  });
  it('is a list where boxes are ticked', () => {
    const numbers = ticksBound(field('b'), place, Number);
    expect(numbers.typed({ a: [3, 5] })).toEqual(['3', '5']);
    expect(numbers.edits({ a: [3, 5] }, ['3', '5'])).toEqual([]);
    expect(numbers.edits({ a: [3, 5] }, ['5'])).toEqual(set([5]));
    expect([numbers.edits({ a: [3] }, []), numbers.edits({ a: [3] }, '3')]).toEqual([gone, gone]);
    expect(ticksBound(field('b'), place).edits({}, ['x'])).toEqual(set(['x']));
  });
});

describe('A field bound to lines', () => {
  const lines = linesBound(field('l', 'textarea'), place);
  it('shows a line an item', () => {
    expect(lines.typed({ a: ['x', 2] })).toBe('x\n2');
    expect(lines.path).toEqual(['a']);
  });
  it.each<[readonly string[], string, readonly Edit[]]>([
    [['x', 'y', 'z'], 'x\n y \nz', []],
    [['x', 'y', 'z'], 'x\nY !\nz', [{ path: ['a', 1], set: 'Y\u00a0!' }]],
    [['x', 'z'], 'x\ny !\nz', [{ path: ['a', 1], insert: 'y\u00a0!' }]],
    [['x', 'y', 'z'], 'x\nz', [{ path: ['a', 1], remove: true }]],
    [
      ['x', 'y', 'z'],
      'z',
      [
        { path: ['a', 0], remove: true },
        { path: ['a', 0], remove: true },
      ],
    ],
    [['x', 'x'], 'x', [{ path: ['a', 1], remove: true }]],
    [['x'], 'x\nx', [{ path: ['a', 1], insert: 'x' }]],
    [
      ['x', 'y', 'w', 'z'],
      'x\nv\nz',
      [
        { path: ['a', 1], set: 'v' },
        { path: ['a', 2], remove: true },
      ],
    ],
    [
      ['x'],
      'v\nw',
      [
        { path: ['a', 0], set: 'v' },
        { path: ['a', 1], insert: 'w' },
      ],
    ],
    [[], 'x !\n\ny', [{ path: ['a'], set: ['x\u00a0!', 'y'] }]],
    [['x'], ' \n', [{ path: ['a'], remove: true }]],
    [[], '', []],
  ])('of %j, sent as %j, writes the lines that differ', (before, typed, edits) => {
    expect(lines.edits({ a: before }, typed)).toEqual(edits);
    const after = editYaml(`a: ${JSON.stringify(before)}\nb: 1\n`, edits);
    const meant = typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => line.replace(' !', '\u00a0!'));
    expect(readTree(after)).toEqual(meant.length === 0 && before.length > 0 ? { b: 1 } : { a: meant, b: 1 });
  });
  it('is emptied where nothing was sent, as its place has it', () => {
    expect(lines.edits({ a: ['x'] }, undefined)).toEqual(gone);
    expect(linesBound(field('l'), { path: ['a'], empty: 'null', order }).edits({ a: ['x'] }, '')).toEqual(
      set(null, { order }),
    );
    expect(linesBound(field('l'), { path: ['a'], order }).edits({}, 'x')).toEqual(set(['x'], { order }));
    expect(lines.edits({ a: [{ b: 1 }] }, '[object Object]')).toEqual([{ path: ['a', 0], set: '[object Object]' }]);
  });
});

describe('A form', () => {
  const bounds: readonly Bound[] = [
    textBound(field('one'), { path: ['a'] }),
    textBound(field('two'), { path: ['b', 1] }),
  ];
  const root = { a: 'x', b: [0, 'y'] };
  it('is filled from the file, and writes its fields in their order', () => {
    expect(formFrom(bounds, root)).toEqual({ one: 'x', two: 'y' });
    expect(stateFrom(bounds, root)).toEqual({ typed: { one: 'x', two: 'y' }, faults: [] });
    expect(editsFrom(bounds, root, { two: 'Y', one: 'X' })).toEqual([
      { path: ['a'], set: 'X' },
      { path: ['b', 1], set: 'Y' },
    ]);
  });
  it('shows each fault of the pack at its field, once, in the order of the fields', () => {
    const faults = ['b[1].c', 'b[1]', 'b[12]', 'a', 'other'].map((path) => ({
      file: 'f',
      line: 1,
      column: 1,
      path,
      message: `de ${path}`,
    }));
    const shown = [
      { field: 'one', message: 'de a' },
      { field: 'two', message: 'de b[1].c' },
    ];
    expect(faultsAtFields(bounds, faults)).toEqual(shown);
    expect(faultsAtFields(bounds, faults, (message) => message.toUpperCase()).map(({ message }) => message)).toEqual([
      'DE A',
      'DE B[1].C',
    ]);
    expect(stateFrom(bounds, root, shown).faults).toEqual(shown);
  });
});
