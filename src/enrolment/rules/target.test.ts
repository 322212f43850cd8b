import { describe, expect, it } from 'vitest';
import { averageToAimFor as aimFor, type CountedUnit, targetInWords } from './target.ts';

const averageToAimFor = (units: readonly CountedUnit[]) => aimFor(units, 20);

const unit = (
  coefficient: number | null,
  halfPoints: number | null,
): { coefficient: number | null; halfPoints: number | null } => ({ coefficient, halfPoints });

describe('La moyenne à viser', () => {
  it('is ten when nothing is kept', () => {
    const target = averageToAimFor([unit(6, null), unit(5, null)]);
    expect(target?.known && targetInWords(target)).toBe('10');
  });

  it('takes the kept and the carried marks into account, with their coefficients', () => {
    // 12,5 × 6 + 8 × 2 = 91 over 8; 10 units of coefficient left: (180 − 91) / 10 = 8,9.
    const target = averageToAimFor([unit(6, 25), unit(2, 16), unit(10, null)]);
    expect(target?.known && targetInWords(target)).toBe('8,9');
  });

  it('is rounded up, so that what is shown is enough', () => {
    const target = averageToAimFor([unit(3, 18), unit(7, null)]);
    expect(target?.known && targetInWords(target)).toBe('10,5'); // (100 − 27) / 7 = 10,43
  });

  it('never goes below zero, and may be out of reach', () => {
    const easy = averageToAimFor([unit(10, 40), unit(1, null)]);
    const hard = averageToAimFor([unit(10, 0), unit(1, null)]);
    expect(easy?.known && targetInWords(easy)).toBe('0');
    expect(hard?.known && targetInWords(hard)).toBe('110');
  });

  it('says how many coefficients are unknown instead of inventing one', () => {
    expect(averageToAimFor([unit(6, 24), unit(null, null)])).toEqual({ known: false, missingCoefficients: 1 });
  });

  it('follows the pass mark of the exam', () => {
    const target = aimFor([unit(1, 20), unit(1, null)], 24);
    expect(target?.known && targetInWords(target)).toBe('14');
  });

  it('has no meaning when nothing is left to sit', () => {
    expect(averageToAimFor([unit(6, 24)])).toBeNull();
  });
});
