import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { account, TEN, TWO, unit } from '../testingAccounts.ts';
import { leastToPass, mayRaise, raisesOf, smallestRaise, whyNotRaised, withMarksRaised, withPoints } from './points.ts';

const units = [unit('U10', 2, 9.5), unit('U20', 1, 10), unit('U30', 1, { code: 'kept', halfPoints: 20 })];
const near = account('1', units);
const point = { unit: 'U10', before: 19, after: 20, reason: 'Travail régulier' };

describe('Points of the jury', () => {
  it('raise one mark, and the account is judged again: 9,75 becomes 10', () => {
    expect(near.judgement).toMatchObject({ outcome: 'FAILED', average: { numerator: 39, denominator: 4 } });
    const { account: after, points, stale } = withPoints(near, [point], TEN);
    expect(after.judgement).toMatchObject({ outcome: 'PASSED', average: { numerator: 10, denominator: 1 } });
    expect(after.units[0]?.outcome).toEqual({ code: 'mark', halfPoints: 20 });
    expect(after.units.slice(1)).toEqual(near.units.slice(1));
    expect([points, stale]).toEqual([[point], []]);
  });

  it('leave the account as it is where there are none', () => {
    expect(withPoints(near, [], TEN).account).toBe(near);
  });

  it('given on a mark that is another today, or on no mark, are stale and count for nothing', () => {
    for (const gone of [
      { ...point, before: 18 },
      { ...point, unit: 'U30', before: 20 },
      { ...point, unit: 'U99' },
    ]) {
      const { account: after, points, stale } = withPoints(near, [gone], TEN);
      expect([after, points, stale]).toEqual([near, [], [gone]]);
    }
    expect(withPoints(near, [point, { ...point, unit: 'U99' }], TEN)).toMatchObject({
      points: [point],
      stale: [{ unit: 'U99' }],
    });
  });

  it('are for marks of this session alone', () => {
    expect(units.map(mayRaise)).toEqual([true, true, false]);
    expect(
      [unit('U', 1, 20), unit('U', 1, 19.5), unit('U', 1, 'absent'), unit('U', 1, 'excused')].map(mayRaise),
    ).toEqual([false, true, false, false]);
  });

  it('are refused on a mark that changed, below it, or between two whole points where the exam has none', () => {
    const [u10] = units;
    expect(whyNotRaised(undefined, { before: 19, after: 20 }, 1)).toBe('unit-not-raised');
    expect(whyNotRaised(unit('U', 1, 'absent'), { before: 19, after: 20 }, 1)).toBe('unit-not-raised');
    expect(whyNotRaised(u10, { before: 18, after: 20 }, 1)).toBe('mark-changed');
    expect(whyNotRaised(u10, { before: 19, after: 19 }, 1)).toBe('mark-not-higher');
    expect(whyNotRaised(u10, { before: 19, after: 18 }, 1)).toBe('mark-not-higher');
    expect(whyNotRaised(u10, { before: 19, after: 21 }, 2)).toBe('mark-by-points');
    expect(whyNotRaised(u10, { before: 19, after: 20 }, 2)).toBeNull();
    expect(whyNotRaised(u10, { before: 19, after: 21 }, 1)).toBeNull();
  });
});

describe('What would be enough', () => {
  it('is the least mark of one unit with which the diploma is delivered', () => {
    const of = (id: string) => near.units.find((one) => one.id === id) ?? unit(id, 1, 0);
    expect(leastToPass(near, of('U10'), TEN, 1)).toBe(20);
    expect(leastToPass(near, of('U20'), TEN, 1)).toBe(22);
    expect(leastToPass(near, of('U30'), TEN, 1)).toBeNull();
    const low = account('1', [unit('U10', 1, 0), unit('U20', 9, 5)]);
    expect(leastToPass(low, unit('U10', 1, 0), TEN, 1)).toBeNull();
    const top = account('1', [unit('U10', 1, 0), unit('U20', 1, 0)]);
    expect(leastToPass(top, unit('U10', 1, 0), TEN, 1)).toBe(40);
    const whole = account('1', [unit('U10', 4, 9.5), unit('U20', 1, 11.5)]);
    expect([1, 2].map((step) => leastToPass(whole, unit('U10', 4, 9.5), TEN, step as 1 | 2))).toEqual([20, 20]);
    const between = account('1', [unit('U10', 1, 9), unit('U20', 1, 10.5)]);
    expect([1, 2].map((step) => leastToPass(between, unit('U10', 1, 9), TEN, step as 1 | 2))).toEqual([19, 20]);
  });

  it('is said of each unit, and of all the smallest', () => {
    const said = raisesOf(near, TEN, 1);
    expect(said.map(({ unit: { id }, mark, more }) => [id, mark, more])).toEqual([
      ['U10', 20, 1],
      ['U20', 22, 2],
    ]);
    expect(smallestRaise(said)?.unit.id).toBe('U10');
    expect(smallestRaise(said.toReversed())?.unit.id).toBe('U10');
    expect(smallestRaise([])).toBeNull();
    expect(raisesOf(account('1', [unit('U10', 1, 12), unit('U20', 1, 8)]), TEN, 1)).toEqual([]);
    expect(raisesOf(account('1', [unit('U10', 1, 'absent'), unit('U20', 1, 8)]), TEN, 1)).toEqual([]);
  });

  it('is what a search mark by mark finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(1, 2),
        (marks, step) => {
          const of = account(
            '1',
            marks.map((mark, index) => unit(`U${index}`, index + 1, mark / 2)),
          );
          for (const one of of.units) {
            const from = 'halfPoints' in one.outcome ? one.outcome.halfPoints : 0;
            const found = Array.from({ length: 41 }, (_, mark) => mark).find(
              (mark) =>
                mark > from &&
                mark % step === 0 &&
                withMarksRaised(of, new Map([[one.id, mark]]), TEN).judgement.outcome === 'PASSED',
            );
            expect(leastToPass(of, one, TEN, step as 1 | 2)).toBe(found ?? null);
          }
        },
      ),
    );
  });

  it('mends both averages where the exam asks two', () => {
    const two = account('1', [unit('UP', 1, 9), unit('UG', 1, 12, { professional: false })], TWO);
    expect(leastToPass(two, unit('UP', 1, 9), TWO, 1)).toBe(20);
    expect(leastToPass(two, unit('UG', 1, 12, { professional: false }), TWO, 1)).toBeNull();
  });

  it('never lowers an average', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 39 }), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        (marks, pick) => {
          const before = account(
            '1',
            marks.map((mark, index) => unit(`U${index}`, index + 1, mark / 2)),
          );
          const index = pick % marks.length;
          const after = withMarksRaised(before, new Map([[`U${index}`, (marks[index] ?? 0) + 1]]), TEN);
          const [one, other] = [before.judgement.average, after.judgement.average];
          if (one === null || other === null) throw new Error('No average');
          expect(other.numerator * one.denominator).toBeGreaterThan(one.numerator * other.denominator);
        },
      ),
    );
  });
});
