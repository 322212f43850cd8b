import { describe, expect, it } from 'vitest';
import { account, TEN, unit } from '../testingAccounts.ts';
import { isExamined, marksBefore } from './examined.ts';
import { withPoints } from './points.ts';

const came = account('1', [
  unit('U10', 2, 9.5),
  unit('U20', 1, 'absent'),
  unit('U30', 1, { code: 'kept', halfPoints: 20 }),
]);
const point = { unit: 'U10', before: 19, after: 20, reason: 'Travail régulier' };

describe('A candidate whom the jury examined', () => {
  it('is known by the marks that it looked at, whatever points it gave to them', () => {
    const ticked = marksBefore({ account: came, points: [] });
    expect(ticked).toBe('U10 mark 19\nU20 absent \nU30 kept 20');
    expect(marksBefore(withPoints(came, [point], TEN))).toBe(ticked);
  });

  it('is to be examined again once one of them changed', () => {
    const ticked = marksBefore({ account: came, points: [] });
    expect(isExamined({ account: came, points: [] }, ticked)).toBe(true);
    expect(isExamined({ account: came, points: [] }, undefined)).toBe(false);
    const corrected = account('1', [unit('U10', 2, 9), ...came.units.slice(1)]);
    expect(isExamined({ account: corrected, points: [] }, ticked)).toBe(false);
    expect(isExamined(withPoints(corrected, [point], TEN), ticked)).toBe(false);
  });

  it('is so by the points alone', () => {
    expect(isExamined(withPoints(came, [point], TEN), undefined)).toBe(true);
  });
});
