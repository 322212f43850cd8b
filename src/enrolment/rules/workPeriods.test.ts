import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysWorked, monthsIn, type WorkPeriod } from './workPeriods.ts';

const day = Temporal.PlainDate.from;
const period = (from: string, to: string | null): WorkPeriod => ({ from: day(from), to: to === null ? null : day(to) });
const base = day('2010-01-01');
const anyPeriod = fc
  .record({ from: fc.nat(5000), length: fc.nat(900), open: fc.boolean() })
  .map(({ from, length, open }) => {
    const start = base.add({ days: from });
    return { from: start, to: open ? null : start.add({ days: length }) };
  });
const upTo = day('2023-11-15');

describe("La période d'activité professionnelle", () => {
  it('counts a single day worked as a day, and nothing before it began', () => {
    expect(daysWorked([period('2023-11-15', '2023-11-15')], upTo)).toBe(1);
    expect(daysWorked([period('2023-11-16', null)], upTo)).toBe(0);
  });

  it('counts two jobs held at the same time once, and a gap not at all', () => {
    expect(daysWorked([period('2020-01-01', '2020-06-30'), period('2020-03-01', '2020-12-31')], upTo)).toBe(366);
    expect(daysWorked([period('2020-01-01', '2020-01-31'), period('2021-01-01', '2021-01-31')], upTo)).toBe(62);
  });

  it('projects a job still going on to the day asked for', () => {
    expect(daysWorked([period('2022-06-01', null)], day('2024-06-03'))).toBe(734);
  });

  it('holds two years from 1 September to the eve, leap year or not, and six months from January to June', () => {
    expect(monthsIn(daysWorked([period('2021-09-01', '2023-08-31')], upTo))).toBe(24);
    expect(monthsIn(daysWorked([period('2019-09-01', '2021-08-31')], upTo))).toBe(24);
    expect(monthsIn(daysWorked([period('2023-01-01', '2023-06-30')], upTo))).toBe(6);
    expect(monthsIn(daysWorked([period('2023-01-02', '2023-06-30')], upTo))).toBe(5);
    expect(monthsIn(daysWorked([period('2018-11-16', '2023-11-15')], upTo))).toBe(60);
  });

  it('never counts less with more work, and the same period twice is once', () => {
    fc.assert(
      fc.property(fc.array(anyPeriod, { maxLength: 6 }), anyPeriod, (periods, more) => {
        const before = daysWorked(periods, upTo);
        const after = daysWorked([...periods, more], upTo);
        expect(after).toBeGreaterThanOrEqual(before);
        expect(daysWorked([...periods, more, more], upTo)).toBe(after);
        expect(monthsIn(after)).toBeGreaterThanOrEqual(monthsIn(before));
      }),
    );
  });

  it('agrees with counting the days one by one', () => {
    fc.assert(
      fc.property(fc.array(anyPeriod, { maxLength: 5 }), (periods) => {
        const days = new Set<string>();
        for (const { from, to } of periods) {
          const last = to === null || Temporal.PlainDate.compare(to, upTo) > 0 ? upTo : to;
          for (let at = from; Temporal.PlainDate.compare(at, last) <= 0; at = at.add({ days: 1 }))
            days.add(at.toString());
        }
        expect(daysWorked(periods, upTo)).toBe(days.size);
      }),
      { numRuns: 30 },
    );
  });
});
