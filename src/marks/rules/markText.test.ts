import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODES, type Mark, type MarkStep } from '../marks.ts';
import { markTexts } from '../markTexts.ts';
import { markPattern, readMark, sameMark, writeMark } from './markText.ts';

const value = (typed: string, step: MarkStep = 'half-point'): unknown => {
  const read = readMark(typed, step);
  return read.ok ? read.value : read.error;
};
const mark = (halfPoints: number): Mark => ({ code: 'mark', halfPoints });

describe('A mark as it is typed', () => {
  it.each([
    ['12', 24],
    ['12,5', 25],
    ['12.5', 25],
    ['12,50', 25],
    [' 0 ', 0],
    ['20', 40],
    ['07', 14],
    ['9,5/20', 19],
  ] as const)('%j is so many half points: %i', (typed, halfPoints) => {
    expect(value(typed)).toEqual(mark(halfPoints));
  });

  it.each([
    ['a', 'absent'],
    ['A', 'absent'],
    ['abs', 'absent'],
    ['Absent', 'absent'],
    ['absente', 'absent'],
    ['J', 'excused'],
    ['aj', 'excused'],
    ['justifié', 'excused'],
    ['Absence  justifiée', 'excused'],
    ['absence\u00a0justifiée', 'excused'],
    ['absente justifiée', 'excused'],
    ['d', 'exempt'],
    ['DISP', 'exempt'],
    ['absent justifié', 'excused'],
    ['absent justifiée', 'excused'],
    ['just', 'excused'],
    ['dispensé', 'exempt'],
    ['dispensée', 'exempt'],
  ] as const)('%j is a code: %s', (typed, code) => {
    expect(value(typed)).toEqual({ code });
  });

  it('left empty, is none yet', () => {
    expect([value(''), value('  \t')]).toEqual([null, null]);
  });

  it.each([
    ['10.25', 'demi-point'],
    ['12,3', 'demi-point'],
    ['21', 'de 0 à 20'],
    ['20,5', 'de 0 à 20'],
    ['-1', 'en chiffres, de 0 à 20'],
    ['+1', 'en chiffres, de 0 à 20'],
    ['100', 'en chiffres, de 0 à 20'],
    ['1e1', 'en chiffres, de 0 à 20'],
    ['12 5', 'en chiffres'],
    ['douze', "Ce n'est pas une note"],
    ['-', "Ce n'est pas une note"],
    ['ad', "Ce n'est pas une note"],
    ['xa', "Ce n'est pas une note"],
    ['jx', "Ce n'est pas une note"],
    ['xj', "Ce n'est pas une note"],
    ['dx', "Ce n'est pas une note"],
    ['ax', "Ce n'est pas une note"],
    ['xd', "Ce n'est pas une note"],
    ['x12', "Ce n'est pas une note"],
    ['=1+1', "Ce n'est pas une note"],
  ])('%j is refused in words: %s', (typed, words) => {
    expect(value(typed)).toContain(words);
  });

  it('has no half point where the exam marks in whole points', () => {
    expect(value('12', 'point')).toEqual(mark(24));
    expect(value('12,5', 'point')).toBe(markTexts.wholePoints);
    expect(value('a', 'point')).toEqual({ code: 'absent' });
  });

  it('is read again as it is written', () => {
    const one = fc.oneof(
      fc.integer({ min: 0, max: 40 }).map(mark),
      fc.constantFrom(...CODES).map((code) => ({ code })),
    );
    fc.assert(
      fc.property(one, one, (a, b) => {
        expect(value(writeMark(a))).toEqual(a);
        expect(sameMark(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
    expect([sameMark(null, null), sameMark(null, mark(0)), sameMark(mark(0), null)]).toEqual([true, false, false]);
    expect([writeMark(null), writeMark(mark(25)), writeMark({ code: 'excused' })]).toEqual([
      '',
      '12,5',
      'absence justifiée',
    ]);
  });
});

it('The browser takes for a mark what the server does', () => {
  for (const step of ['half-point', 'point'] as const)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom(
            '',
            '12',
            '12,5',
            '10.25',
            '21',
            'a',
            'J',
            'bof',
            ' 7 ',
            '20,0',
            '0',
            '20,5',
            '9 / 20',
            '9/20',
            '019',
            'absent justifié',
            'xabs',
            'dispx',
          ),
          fc.string({ maxLength: 20 }),
          fc
            .tuple(fc.nat(22), fc.constantFrom('', ',0', ',5', '.50', ',00', ',25', '.7'))
            .map((parts) => parts.join('')),
        ),
        (text) => {
          const tidy = text.trim().replace(/\s+/g, ' ').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
          fc.pre(tidy !== '');
          expect(new RegExp(`^(?:${markPattern(step)})$`).test(tidy), JSON.stringify(text)).toBe(
            readMark(text, step).ok,
          );
        },
      ),
    );
});
