import { describe, expect, it } from 'vitest';
import { account, unit } from '../testingAccounts.ts';
import { driftOf } from './drift.ts';

const point = { unit: 'U10', before: 19, after: 20, reason: 'Travail régulier' };
/** 9,5 raised to 10, and 10. */
const record = {
  decision: 'ADMITTED' as const,
  account: account('1', [unit('U10', 1, 10), unit('U20', 1, 10)]),
  juryPoints: [point],
};
const today = (u10: number, u20: Parameters<typeof unit>[2]) =>
  account('1', [unit('U10', 1, u10), unit('U20', 1, u20)]);

describe('A closed record beside the marks of today', () => {
  it('says the same as long as no mark changed, its points set apart', () => {
    expect(driftOf(record, today(9.5, 10))).toEqual([]);
  });

  it('shows what was corrected, unlocked, or is a unit less or more', () => {
    expect(driftOf(record, today(10, 10))).toMatchObject([
      { unit: { id: 'U10' }, said: { halfPoints: 19 }, now: { halfPoints: 20 } },
    ]);
    expect(driftOf(record, today(9.5, 'not-entered'))).toMatchObject([
      { said: { halfPoints: 20 }, now: { code: 'not-entered' } },
    ]);
    expect(driftOf(record, today(9.5, 'absent'))).toHaveLength(1);
    expect(driftOf(record, account('1', [unit('U10', 1, 9.5)]))).toMatchObject([{ unit: { id: 'U20' }, now: null }]);
    const more = account('1', [...today(9.5, 10).units, unit('U30', 1, 4)]);
    expect(driftOf(record, more)).toMatchObject([{ unit: { id: 'U30' }, said: null }]);
    const excused = { ...record, account: account('1', [unit('U20', 1, 'absent')]), juryPoints: [] };
    expect(driftOf(excused, account('1', [unit('U20', 1, 'excused')]))).toHaveLength(1);
    expect(driftOf(excused, account('1', [unit('U20', 1, 'absent')]))).toEqual([]);
  });
});
