import fc from 'fast-check';
import { expect, it } from 'vitest';
import { finishOn, measuredDays, toShare } from './pace.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

it('A pace is that of the last five whole working days: no weekend, no holiday, not the day itself', () => {
  expect(measuredDays(day('2023-11-15'), 'mainland')).toEqual([
    '2023-11-14',
    '2023-11-13',
    '2023-11-10',
    '2023-11-09',
    '2023-11-08',
  ]);
  expect(measuredDays(day('2023-12-27'), 'alsace-moselle')[0]).toBe('2023-12-22');
  expect(measuredDays(day('2024-03-01'), 'mainland')[0], 'a year that has a 29 February').toBe('2024-02-29');
});

it('The queue ends on a working day, the same day where the day is enough; with no pace at none', () => {
  const ends = (waiting: number, pace: number, today = '2023-11-15') =>
    finishOn({ waiting, pace }, day(today), 'mainland')?.toString() ?? null;
  expect(ends(10, 10)).toBe('2023-11-15');
  expect(ends(11, 10)).toBe('2023-11-16');
  expect(ends(40, 10), 'over a weekend').toBe('2023-11-20');
  expect(ends(10, 10, '2023-11-18'), 'asked on a Saturday').toBe('2023-11-20');
  expect(ends(1, 0.2), 'five days of a fifth').toBe('2023-11-21');
  expect(ends(1, 0)).toBeNull();
  expect(ends(251, 1), 'farther than a year of work').toBeNull();
});

it('More that waits never ends sooner, and a better pace never later', () => {
  const numbers = fc.record({ waiting: fc.nat(5_000), pace: fc.integer({ min: 20, max: 500 }), more: fc.nat(50) });
  fc.assert(
    fc.property(numbers, ({ waiting, pace, more }) => {
      const ends = (of: number, at: number) =>
        finishOn({ waiting: of, pace: at }, day('2024-02-28'), 'mainland')?.toString() ?? '9999';
      expect(ends(waiting + more, pace) >= ends(waiting, pace)).toBe(true);
      expect(ends(waiting, pace + more) <= ends(waiting, pace)).toBe(true);
    }),
  );
});

it('What is shared out makes all groups end together, and adds up to nothing but for what rounding takes', () => {
  expect(
    toShare([
      { waiting: 90, pace: 10 },
      { waiting: 10, pace: 10 },
    ]),
  ).toEqual([40, -40]);
  expect(
    toShare([
      { waiting: 90, pace: 0 },
      { waiting: 10, pace: 10 },
    ]),
    'nobody decides there',
  ).toEqual([90, -90]);
  expect(
    toShare([
      { waiting: 90, pace: 0 },
      { waiting: 10, pace: 0 },
    ]),
  ).toEqual([0, 0]);
  const load = fc.record({ waiting: fc.nat(2_000), pace: fc.nat(60) });
  fc.assert(
    fc.property(fc.array(load, { minLength: 1, maxLength: 8 }), (loads) => {
      const rest = toShare(loads).reduce((sum, share) => sum + share, 0);
      expect(Math.abs(rest)).toBeLessThanOrEqual(loads.length);
    }),
  );
});
