import { describe, expect, it } from 'vitest';
import { conditionEdit, newReasonCode, plainOf, reasonEdits, typedCondition, type Values } from './pieceEdits.ts';
import { thingsOn } from './things.ts';

const minor = { fact: 'minor', is: true } as const;
const young = { fact: 'ageAtEnrolment', below: 25 } as const;

describe('The rows typed for a condition', () => {
  it.each<[Values, unknown]>([
    [{ 'c-fact-0': 'minor=oui' }, { condition: minor }],
    [{ 'c-join': 'always', 'c-fact-0': 'ageAtEnrolment<' }, { condition: { always: true } }],
    [{ 'c-join': 'always' }, { condition: { always: true } }],
    [
      { 'c-join': 'any', 'c-fact-0': 'minor=oui', 'c-fact-2': 'ageAtEnrolment<', 'c-number-2': 25 },
      { condition: { any: [minor, young] } },
    ],
    [
      { 'c-join': 'all', 'c-fact-0': '', 'c-fact-1': 'minor=oui', 'c-fact-2': 'ageAtEnrolment>=', 'c-number-2': 25 },
      { condition: { all: [minor, { not: young }] } },
    ],
    [{ 'c-fact-0': 'minor=oui', 'c-fact-1': 'ageAtEnrolment<' }, { missing: 1 }],
    [{ 'c-fact-0': 'ageAtEnrolment<', 'c-number-0': '25' }, { missing: 0 }],
    [{}, { missing: 'fact' }],
    [{ 'c-fact-0': 3 }, { missing: 'fact' }],
    [{ 'c-fact-3': 'minor=oui' }, { missing: 'fact' }],
    [{ 'd-fact-0': 'minor=oui' }, { missing: 'fact' }],
  ])('%j make a condition, or say which is to be corrected', (values, result) => {
    expect(typedCondition(values, 'c', 3)).toEqual(result);
  });
  it('change the file only where they say something else', () => {
    const before = { join: 'all', rows: [{ option: 'minor=oui', number: null }] } as const;
    expect(conditionEdit(['rules', 1], before, minor)).toEqual([]);
    expect(conditionEdit(['rules', 1], before, { not: young })).toEqual([
      { path: ['rules', 1, 'when'], set: { not: young } },
    ]);
  });
  it('are written as the file has them', () => {
    const condition = { any: [{ all: [minor, { not: young }] }, { always: true }] } as const;
    expect(plainOf(condition)).toEqual(condition);
    expect(plainOf(null)).toBeNull();
  });
});

describe('The reasons of a piece', () => {
  const text =
    '- { code: A }\n- code: B\n  cannedReasons:\n    - { code: one, text: Un }\n    - { code: two, text: Deux }\n    - { code: three }\n';
  const [none, piece] = thingsOn([{ file: 'exams/bp/pieces.yaml', text }], 'pieces');
  if (none === undefined || piece === undefined) throw new Error('No piece');
  const at = (index: number) => [1, 'cannedReasons', index];
  const same = { 'reason-0': ' Un ', 'reason-1': 'Deux' };

  it('are changed at their place, those emptied taken away from the last, the new one put after those kept', () => {
    expect(reasonEdits(piece, { ...same, 'reason-1': 'Autre : deux', 'reason-2': 'Trois' })).toEqual([
      { path: [...at(1), 'text'], set: 'Autre\u00a0: deux' },
      { path: [...at(2), 'text'], set: 'Trois' },
    ]);
    expect(reasonEdits(piece, { 'reason-1': 'Deux', 'reason-new': 'Quoi ?', 'reason-new-code': 'what' })).toEqual([
      { path: at(2), remove: true },
      { path: at(0), remove: true },
      { path: at(1), insert: { code: 'what', text: 'Quoi\u00a0?' } },
    ]);
    expect(reasonEdits(none, { 'reason-new': 'Flou' })).toEqual([
      { path: [0, 'cannedReasons', 0], insert: { code: 'flou', text: 'Flou' } },
    ]);
    expect(reasonEdits(none, {})).toEqual([]);
  });
  it.each<[Values, string]>([
    [{ 'reason-new': 'La photo est floue ou coupée' }, 'la-photo-est-floue'],
    [{ 'reason-new': 'La photo', 'reason-new-code': 'blurred' }, 'blurred'],
    [{ 'reason-new': 'La photo', 'reason-new-code': '' }, 'la-photo'],
    [{ 'reason-new': 'One' }, 'one-3'],
    [{ 'reason-new': 'abcdefghijklmnopqrstuvwxyzabcdefghij' }, 'abcdefghijklmnopqrstuvwxyzabcd'],
    [{ 'reason-new': '…' }, 'motif'],
    [{}, 'motif'],
  ])('%j have the code %j', (values, code) => {
    expect(newReasonCode({ cannedReasons: [{ code: 'one' }, { code: 'one-2' }] }, values)).toBe(code);
  });
});
