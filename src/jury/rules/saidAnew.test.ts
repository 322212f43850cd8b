import { describe, expect, it } from 'vitest';
import { account, TEN, unit } from '../testingAccounts.ts';
import { anewOf, wantedOf } from './saidAnew.ts';

const point = { unit: 'U10', before: 19, after: 20, reason: 'Travail régulier' };
/** 9,5 raised to 10, and 10. */
const record = {
  decision: 'ADMITTED' as const,
  account: account('1', [unit('U10', 1, 10), unit('U20', 1, 10)]),
  juryPoints: [point],
};
const today = (u10: number, u20: Parameters<typeof unit>[2]) =>
  account('1', [unit('U10', 1, u10), unit('U20', 1, u20)]);

describe('What an addition says anew', () => {
  const mark = wantedOf(null);

  it('is the marks of today with the points that still fit', () => {
    expect(anewOf(record, mark, today(9.5, 9), TEN)).toMatchObject({
      decision: 'REFUSED',
      juryPoints: [point],
      fallen: [],
      account: { judgement: { average: { numerator: 19, denominator: 2 } } },
    });
  });

  it('lets points fall whose mark changed, and says so', () => {
    expect(anewOf(record, mark, today(10, 10), TEN)).toMatchObject({
      decision: 'ADMITTED',
      juryPoints: [],
      fallen: ['U10'],
    });
    expect(anewOf(record, mark, today(9, 10), TEN)).toMatchObject({ decision: 'REFUSED', fallen: ['U10'] });
  });

  it('is nothing where the record says it already', () => {
    expect(anewOf(record, mark, today(9.5, 10), TEN)).toBeNull();
    expect(anewOf(record, mark, null, TEN)).toBeNull();
    expect(anewOf(record, wantedOf('ADMITTED'), today(9.5, 4), TEN)).toBeNull();
    const absent = { ...record, account: account('1', [unit('U20', 1, 'absent')]), juryPoints: [] };
    expect(anewOf(absent, mark, account('1', [unit('U20', 1, 'excused')]), TEN)).not.toBeNull();
    expect(anewOf(absent, mark, account('1', [unit('U20', 1, 'absent')]), TEN)).toBeNull();
  });

  it('is another decision on the same marks, where the jury says so', () => {
    expect(wantedOf('REFUSED')).toEqual({ kind: 'decision', decision: 'REFUSED' });
    expect(wantedOf(null)).toEqual({ kind: 'mark', decision: null });
    expect(anewOf(record, wantedOf('REFUSED'), null, TEN)).toEqual({ ...record, decision: 'REFUSED', fallen: [] });
  });
});
