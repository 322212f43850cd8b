import { describe, expect, it } from 'vitest';
import { account, type Mark, TEN, TWO, unit } from '../testingAccounts.ts';
import {
  compareForDeliberation,
  countStandings,
  decisionOf,
  gapOf,
  inOrder,
  standingOf,
  standingSaid,
} from './juryStanding.ts';

const of = (number: string, ...marks: readonly Mark[]) => ({
  account: account(
    number,
    marks.map((mark, index) => unit(`U${index}`, 1, mark)),
  ),
});
const two = (trade: number, general: number) =>
  account('1', [unit('UP', 1, trade), unit('UG', 1, general, { professional: false })], TWO).judgement;

describe('Where a candidate stands', () => {
  it('is said by the average: less than a point under ten, further, or passed', () => {
    const standings = [9.5, 9, 8.5, 10, 20].map((mark) => standingOf(of('1', mark).account.judgement, TEN));
    expect(standings).toEqual(['near', 'near', 'below', 'admitted', 'admitted']);
  });

  it('is apart where no average can help: an absence, an eliminating mark; or where a unit is missing', () => {
    expect(standingOf(of('1', 15, 'absent').account.judgement, TEN)).toBe('barred');
    const eliminated = account('1', [unit('U', 1, 9, { eliminatingBelow: 20 }), unit('V', 1, 11)]);
    expect(standingOf(eliminated.judgement, TEN)).toBe('barred');
    expect(standingOf(of('1', 15, 'not-entered').account.judgement, TEN)).toBe('not-judged');
  });

  it('follows of two averages the one that is further under', () => {
    expect(gapOf(two(9, 12), TWO)).toEqual({ numerator: 2, denominator: 2 });
    expect(gapOf(two(12, 7), TWO)).toEqual({ numerator: 2, denominator: 4 });
    expect(standingOf(two(9, 15), TWO)).toBe('near');
    expect(standingOf(two(8, 15), TWO)).toBe('below');
    expect(gapOf(two(9, 13), TEN)).toEqual({ numerator: -2, denominator: 2 });
    expect(gapOf({ average: null, professionalAverage: null }, TEN)).toBeNull();
    expect(gapOf({ average: { numerator: 9, denominator: 1 }, professionalAverage: null }, TWO)).toEqual({
      numerator: 2,
      denominator: 2,
    });
  });

  it('is decided as it is, and counted', () => {
    expect(['PASSED', 'FAILED', 'NOT_JUDGED'].map((outcome) => decisionOf({ outcome: outcome as 'PASSED' }))).toEqual([
      'ADMITTED',
      'REFUSED',
      'NOT_JUDGED',
    ]);
    const all = [of('1', 9.5), of('2', 3), of('3', 12), of('4', 12), of('5', 'absent'), of('6', 'not-entered')];
    expect(countStandings(all, TEN)).toEqual({ near: 1, below: 1, barred: 1, 'not-judged': 1, admitted: 2 });
  });

  it('is what a record says, where that is something else', () => {
    const one = of('1', 9.5);
    expect(standingSaid(one, TEN)).toBe('near');
    expect(standingSaid({ ...one, decision: 'REFUSED' }, TEN)).toBe('near');
    expect(standingSaid({ ...one, decision: 'ADMITTED' }, TEN)).toBe('admitted');
    expect(standingSaid({ ...one, decision: 'NOT_JUDGED' }, TEN)).toBe('not-judged');
    expect(standingSaid({ ...of('1', 12), decision: 'REFUSED' }, TEN)).toBe('below');
  });

  it('gives the order: nearest to ten first, whoever passed last, the narrowest before; then by number', () => {
    const all = [
      of('1', 18),
      of('2', 10),
      of('3', 9),
      of('4', 9.5),
      of('5', 5),
      of('6', 8),
      of('8', 'absent'),
      of('7', 'absent'),
      of('9', 'not-entered'),
      of('10', 9.5),
    ];
    const order = inOrder(all, TEN).map((one) => one.account.number);
    expect(order).toEqual(['10', '4', '3', '6', '5', '7', '8', '9', '2', '1']);
    expect(inOrder(all.toReversed(), TEN).map((one) => one.account.number)).toEqual(order);
  });

  it('compares fractions exactly', () => {
    expect(compareForDeliberation({ numerator: 1, denominator: 3 }, { numerator: 2, denominator: 6 })).toBe(0);
    expect(compareForDeliberation({ numerator: 1, denominator: 3 }, { numerator: 1, denominator: 4 })).toBeGreaterThan(
      0,
    );
  });
});
