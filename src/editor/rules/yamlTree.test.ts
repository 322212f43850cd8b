import { expect, it } from 'vitest';
import { listAt, numberAt, readTree, sameTree, textAt, textsAt, valueAt } from './yamlTree.ts';

it.each<[string, unknown]>([
  ['a: 1\nb: [x]\n', { a: 1, b: ['x'] }],
  ['a: 1\na: 2\n', { a: 2 }],
  ['a: [\n', undefined],
  ['a: 1\na: 2\nb: [\n', undefined],
  ['a: *unknown\n', undefined],
  ['', null],
])('%j is read as %j', (text, root) => {
  expect(readTree(text)).toEqual(root);
});

const ROOT = { list: ['x', 2, true, null, ['y']], map: { text: 't', half: 1.5, five: 5, no: false, none: null } };

it.each<[readonly (string | number)[], unknown, string]>([
  [[], ROOT, ''],
  [['list', 0], 'x', 'x'],
  [['list', 1], 2, '2'],
  [['list', 9], undefined, ''],
  [['list', 'length'], undefined, ''],
  [['map', 'text'], 't', 't'],
  [['map', 'half'], 1.5, '1.5'],
  [['map', 'no'], false, ''],
  [['map', 'none', 'x'], undefined, ''],
  [['map', 'toString'], undefined, ''],
  [['map', 'text', 'length'], undefined, ''],
])('At %j stands %j, which reads %j', (path, value, text) => {
  expect([valueAt(ROOT, path), textAt(ROOT, path)]).toEqual([value, text]);
});

it('Lists, texts of lists and whole numbers are read, and nothing else', () => {
  expect([listAt(ROOT, ['list']), listAt(ROOT, ['map'])]).toEqual([ROOT.list, []]);
  expect([textsAt(ROOT, ['list']), textsAt(ROOT, ['map'])]).toEqual([['x', '2'], []]);
  expect(['five', 'half', 'text', 'none'].map((key) => numberAt(ROOT, ['map', key]))).toEqual([5, null, null, null]);
});

it.each<[unknown, unknown, boolean]>([
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [{ a: undefined }, { b: undefined }, false],
  [{ a: 1, b: 2 }, { a: 1, b: 3 }, false],
  [{ a: 1 }, null, false],
  [{ a: 1 }, 'a', false],
  [{}, [], false],
  [[1, 2], [1, 2], true],
  [[1, 2], [2, 1], false],
  [[1], [1, 2], false],
  [[], {}, false],
  [[{ a: [1] }], [{ a: [1] }], true],
  [1, '1', false],
  [null, undefined, false],
  ['a', 'a', true],
])('%j and %j say the same or not', (a, b, same) => {
  expect(sameTree(a, b)).toBe(same);
});
