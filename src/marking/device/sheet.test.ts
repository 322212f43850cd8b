import { describe, expect, it } from 'vitest';
import { fits, halfPointsOf, missingIn, readAnswer, readTyped, type SheetForm, writeAnswer } from './sheet.ts';
import { words } from './words.ts';

const POINTS: SheetForm = {
  title: "Fabrication d'une commande",
  version: '2012',
  levels: [],
  criteria: [
    { id: 'C1', part: 'Organisation', label: 'Calculs', points: 20 },
    { id: 'C2', part: null, label: 'Fabrication', points: 220 },
  ],
  rounding: 'up',
  step: 'half-point',
  part: null,
  source: 'arrêté',
};
const LEVELS: SheetForm = {
  ...POINTS,
  levels: [
    { code: 'TB', label: 'Très bien', value: 3 },
    { code: 'B', label: 'Bien', value: 2 },
    { code: 'I', label: 'Insuffisant', value: 1 },
    { code: 'TI', label: 'Très insuffisant', value: 0 },
  ],
  criteria: [
    { id: 'C1', part: null, label: 'Un', points: 20 },
    { id: 'C2', part: null, label: 'Deux', points: 60 },
  ],
};

describe('The mark of a sheet', () => {
  it.each([
    ['nothing', { C1: 0, C2: 0 }, 0],
    ['all', { C1: 40, C2: 440 }, 40],
    // 120 of 240 is 10; half a point more is 10,04, so 10,5 upwards.
    ['the half', { C1: 40, C2: 200 }, 20],
    ['a little more than the half', { C1: 40, C2: 201 }, 21],
    // 126 of 240 is 10,5 to the point.
    ['the half and a half point', { C1: 40, C2: 212 }, 21],
  ])('of %s', (_, answers, expected) => {
    expect(halfPointsOf(POINTS, answers)).toBe(expected);
  });

  it.each([
    [{ C1: 40, C2: 205 }, 20],
    // 123 of 240 is 10,25: the middle goes up.
    [{ C1: 40, C2: 206 }, 21],
    [{ C1: 40, C2: 217 }, 21],
  ])('may be rounded to the nearest: %o', (answers, expected) => {
    expect(halfPointsOf({ ...POINTS, rounding: 'nearest' }, answers)).toBe(expected);
  });

  it.each([
    ['up', { C1: 40, C2: 201 }, 22],
    ['nearest', { C1: 40, C2: 211 }, 20],
    ['nearest', { C1: 40, C2: 212 }, 22],
  ] as const)('is in whole points where the exam says so, %s: %o', (rounding, answers, expected) => {
    expect(halfPointsOf({ ...POINTS, rounding, step: 'point' }, answers)).toBe(expected);
  });

  it.each([
    [{ C1: 3, C2: 3 }, 40],
    // 20 + 40 of 80 is 15.
    [{ C1: 3, C2: 2 }, 30],
    // 13,33 + 20 of 80 is 8,33: 8,5 upwards.
    [{ C1: 2, C2: 1 }, 17],
    [{ C1: 0, C2: 0 }, 0],
  ])('of levels takes that part of the points of each criterion: %o', (answers, expected) => {
    expect(halfPointsOf(LEVELS, answers)).toBe(expected);
  });

  it("isn't computed while a criterion is missing, and each is named", () => {
    expect(halfPointsOf(POINTS, { C1: 40 })).toBeNull();
    expect(missingIn(POINTS, { C1: 0 }).map(({ label }) => label)).toEqual(['Fabrication']);
  });
});

describe('What is typed of a criterion', () => {
  const [first] = POINTS.criteria;
  if (first === undefined) throw new Error('No criterion');
  it.each([
    ['12', 24],
    [' 12,5 ', 25],
    ['12.50', 25],
    ['12,0', 24],
    ['20', 40],
    ['0', 0],
    ['20,5', null],
    ['21', null],
    ['12,25', null],
    ['-1', null],
    ['', null],
    ['A', null],
    ['1 2', null],
  ])('%o gives %o half points', (typed, expected) => {
    expect(readAnswer(POINTS, first, typed)).toBe(expected);
  });
  it('is one of its levels, where it has some', () => {
    expect(readAnswer(LEVELS, first, 'B')).toBe(2);
    expect(readAnswer(LEVELS, first, '2')).toBeNull();
  });
  it('is written as it is typed again', () => {
    expect([writeAnswer(POINTS, 25), writeAnswer(POINTS, 24), writeAnswer(POINTS, undefined)]).toEqual([
      '12,5',
      '12',
      '',
    ]);
    expect([writeAnswer(LEVELS, 3), writeAnswer(LEVELS, 9)]).toEqual(['TB', '']);
  });
  it('is read whole, with what is missing and what is wrong', () => {
    const typed: Readonly<Record<string, string>> = { C1: '12,5', C2: '' };
    expect(readTyped(POINTS, (id) => typed[id] ?? '')).toEqual({
      answers: { C1: 25 },
      faults: [{ id: 'C2', label: 'Fabrication', points: 220, why: 'missing' }],
    });
    expect(readTyped(POINTS, () => '999').faults.map(words.faulty)).toEqual([
      '«\u00a0Calculs\u00a0»\u00a0: un nombre de 0 à 20, au demi-point près.',
      '«\u00a0Fabrication\u00a0»\u00a0: un nombre de 0 à 220, au demi-point près.',
    ]);
    expect(readTyped(LEVELS, () => '5').faults.map(words.faulty)).toEqual([
      'Notez «\u00a0Un\u00a0».',
      'Notez «\u00a0Deux\u00a0».',
    ]);
  });
});

describe('Answers', () => {
  it.each([
    [{ C1: 25, C2: 0 }, true],
    [{ C1: 25 }, true],
    [{ C1: 41 }, false],
    [{ C1: -1 }, false],
    [{ C3: 1 }, false],
  ])('%o fit their sheet: %s', (answers, expected) => {
    expect(fits(POINTS, answers)).toBe(expected);
  });
  it('of levels are values of levels', () => {
    expect([fits(LEVELS, { C1: 3 }), fits(LEVELS, { C1: 4 })]).toEqual([true, false]);
  });
});
