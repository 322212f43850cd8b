import { describe, expect, it } from 'vitest';
import { unit } from '../testingAccounts.ts';
import { contradictedUnits, toldBeside } from './pointing.ts';

const told = (unitId: string, state: 'present' | 'absent' | 'late', minutes: number | null = null) => ({
  unit: unitId,
  state,
  minutes,
});

describe('What a centre said of who came', () => {
  it('stands beside a mark where it says more than that they came', () => {
    const marked = unit('U10', 1, 12);
    expect(toldBeside(marked, [])).toBeNull();
    expect(toldBeside(marked, [told('U20', 'absent')])).toBeNull();
    expect(toldBeside(marked, [told('U10', 'present')])).toBeNull();
    expect(toldBeside(marked, [told('U10', 'late', 12)])).toEqual(told('U10', 'late', 12));
    expect(toldBeside(marked, [told('U10', 'absent')])).toEqual(told('U10', 'absent'));
    for (const missed of ['absent', 'excused'] as const)
      expect(toldBeside(unit('U10', 1, missed), [told('U10', 'present')])).toEqual(told('U10', 'present'));
  });

  it('is that of the replacement test, where they came to it', () => {
    const marked = unit('U10', 1, 12);
    const first = told('U10', 'absent');
    expect(toldBeside(marked, [first, told('U10-R', 'present')])).toBeNull();
    expect(toldBeside(marked, [first, told('U10-R', 'late', 5)])).toEqual(told('U10-R', 'late', 5));
    expect(toldBeside(unit('U10', 1, 'absent'), [first, told('U10-R', 'absent')])).toEqual(first);
  });

  it('is a sign where it says the contrary of the mark', () => {
    const units = [unit('U10', 1, 12), unit('U20', 1, 'absent'), unit('U30', 1, 'excused'), unit('U40', 1, 9)];
    const of = (...said: ReturnType<typeof told>[]) => contradictedUnits(units, said).map(({ id }) => id);
    expect(of()).toEqual([]);
    expect(of(told('U10', 'present'), told('U20', 'absent'), told('U30', 'absent'), told('U40', 'late'))).toEqual([]);
    expect(of(told('U10', 'absent'), told('U20', 'present'), told('U30', 'late'))).toEqual(['U10', 'U20', 'U30']);
    expect(contradictedUnits([unit('U50', 1, 'exempt')], [told('U50', 'absent')])).toEqual([]);
  });
});
