import { describe, expect, it } from 'vitest';
import type { Unit } from '../schema/regulation.ts';
import { totalCoefficient } from './coefficients.ts';

const unit = (id: string, coefficient: number | null, changes: Partial<Unit> = {}): Unit => ({
  id,
  code: id,
  test: null,
  title: id,
  coefficient,
  mode: null,
  duration: null,
  kind: 'PRO',
  source: null,
  confidence: 'official',
  ...changes,
});

describe('totalCoefficient', () => {
  it('adds the compulsory units and leaves the optional ones', () => {
    const units = [unit('U10', 6), unit('U60', 3, { kind: 'GENERAL' }), unit('UF', null, { kind: 'LV_OPTIONAL' })];
    expect(totalCoefficient({ units })).toBe(9);
    expect(totalCoefficient({ units: [...units, unit('U70', 2, { kind: 'LV_COMPULSORY' })] })).toBe(11);
    expect(totalCoefficient({ units: [...units, unit('UF2', 2, { kind: 'OTHER_OPTIONAL' })] })).toBe(9);
  });

  it('counts a choice once', () => {
    const units = [unit('A', 5, { choiceGroup: 'E3' }), unit('B', 5, { choiceGroup: 'E3' }), unit('U10', 1)];
    expect(totalCoefficient({ units })).toBe(6);
    const two = ['E3', 'E4'].flatMap((choiceGroup) =>
      ['A', 'B'].map((option) => unit(`${choiceGroup}${option}`, 5, { choiceGroup })),
    );
    expect(totalCoefficient({ units: two })).toBe(10);
  });

  it('is unknown when a coefficient is, when alternatives differ, when there is no unit', () => {
    expect(totalCoefficient({ units: [unit('U10', 6), unit('U20', null)] })).toBeNull();
    expect(
      totalCoefficient({ units: [unit('A', 5, { choiceGroup: 'E3' }), unit('B', 4, { choiceGroup: 'E3' })] }),
    ).toBeNull();
    expect(totalCoefficient({ units: [] })).toBeNull();
  });
});
