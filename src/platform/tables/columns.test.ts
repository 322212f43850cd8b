import { expect, it } from 'vitest';
import { readColumns } from './columns.ts';

const HEADINGS = { code: 'Code UAI', name: 'Dénomination' };
const read = (...table: readonly (readonly string[])[]) => readColumns(table, ['code', 'name'], HEADINGS);

it('Columns are found by their headings, in any order, whatever their accents, capitals and signs; others are left aside', () => {
  expect(
    read([''], ['DENOMINATION', 'autre', 'code-uai'], [' Lycée\u00a0 des Puys ', 'x', '063'], ['', ' ', '']),
  ).toEqual({
    lines: [{ line: 3, cells: { code: '063', name: 'Lycée des Puys' } }],
    line: 2,
    missing: [],
    twice: [],
  });
});

it('A column that is not there has empty cells and is named, as is one that is there twice', () => {
  expect(read(['Code UAI', 'code uai'], ['063', '015'])).toEqual({
    lines: [{ line: 2, cells: { code: '063', name: '' } }],
    line: 1,
    missing: ['name'],
    twice: ['code'],
  });
  expect(read()).toEqual({ lines: [], line: 0, missing: ['code', 'name'], twice: [] });
});
