import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MOST } from '../marking.ts';
import { readSaid } from './readSaid.ts';

const common = {
  id: randomUUID(),
  boardId: randomUUID(),
  seen: 0,
  saidAt: '2024-06-04T07:00:00Z',
  words: ' bien\u0000 ',
};
const sheet = {
  ...common,
  kind: 'sheet',
  enrolmentId: randomUUID(),
  version: '2012',
  outcome: 'mark',
  answers: { C1: 3 },
};
const verdict = { ...common, kind: 'verdict', sheetId: randomUUID(), verdict: 'agree', code: ' 7K2M ' };

describe('What a device says', () => {
  it('is a sheet or a verdict, without what no keyboard types', () => {
    expect(readSaid(sheet)).toMatchObject({
      kind: 'sheet',
      outcome: 'mark',
      answers: { C1: 3 },
      words: 'bien',
      seen: 0,
    });
    expect(readSaid(verdict)).toMatchObject({ kind: 'verdict', verdict: 'agree', code: '7K2M' });
    expect(readSaid({ ...sheet, words: 'a'.repeat(MOST.words) })).not.toBeNull();
  });
  it.each([
    null,
    'sheet',
    { ...sheet, kind: 'other' },
    { ...sheet, id: '1' },
    { ...sheet, boardId: '1' },
    { ...sheet, enrolmentId: '1' },
    { ...sheet, seen: -1 },
    { ...sheet, seen: 0.5 },
    { ...sheet, seen: '0' },
    { ...sheet, saidAt: 'hier' },
    { ...sheet, words: 3 },
    { ...sheet, words: 'a'.repeat(MOST.words + 1) },
    { ...sheet, version: 3 },
    { ...sheet, version: 'a'.repeat(61) },
    { ...sheet, outcome: 'gone' },
    { ...sheet, answers: null },
    { ...sheet, answers: [1] },
    { ...sheet, answers: { C1: '3' } },
    { ...sheet, answers: { C1: 0.5 } },
    { ...sheet, answers: { ['a'.repeat(61)]: 1 } },
    { ...sheet, answers: Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`C${index}`, 1])) },
    { ...verdict, sheetId: '1' },
    { ...verdict, verdict: 'perhaps' },
    { ...verdict, code: 3 },
    { ...verdict, code: 'a'.repeat(61) },
  ])('is none: %o', (item) => {
    expect(readSaid(item)).toBeNull();
  });
});
