import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayReached, daysWorked, monthsIn, sinceDay, type WorkPeriod } from './workPeriods.ts';

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

describe('A job that has not begun on the day asked for', () => {
  it('takes nothing away from the others', () => {
    const before = period('2020-01-01', '2020-01-31');
    expect(daysWorked([before, period('2024-05-01', null)], upTo)).toBe(31);
    expect(daysWorked([period('2024-05-01', '2024-05-31'), before], upTo)).toBe(31);
  });
});

describe('What of the jobs is on or after a day', () => {
  const first = day('2020-06-03');
  it.each<[string, WorkPeriod, WorkPeriod | undefined]>([
    ['nothing of one that ended the day before', period('2015-01-01', '2020-06-02'), undefined],
    ['the day itself', period('2015-01-01', '2020-06-03'), period('2020-06-03', '2020-06-03')],
    ['the end of one that goes on', period('2015-01-01', null), period('2020-06-03', null)],
    ['all of one that begins that day', period('2020-06-03', '2021-01-01'), period('2020-06-03', '2021-01-01')],
    ['all of one that begins later', period('2021-01-01', null), period('2021-01-01', null)],
  ])('is %s', (_, job, left) => {
    expect(sinceDay([job], first).map(written)).toEqual(left === undefined ? [] : [written(left)]);
  });
  it('keeps what else is known of the job', () => {
    expect(sinceDay([{ ...period('2015-01-01', null), partTime: true }], first)).toMatchObject([{ partTime: true }]);
  });
});

describe('The day on which months of work are reached', () => {
  it.each<[string, readonly WorkPeriod[], string | undefined]>([
    ['the last day of a job that lasts just as long', [period('2022-01-01', '2023-12-31')], '2023-12-31'],
    ['never, a day short', [period('2022-01-02', '2023-12-31')], undefined],
    ['in a second job, after a gap', [period('2020-01-01', '2020-12-30'), period('2022-01-01', null)], '2022-12-31'],
    ['the same, whichever comes first', [period('2022-01-01', null), period('2020-01-01', '2020-12-30')], '2022-12-31'],
    ['without counting a day twice', [period('2022-01-01', '2022-12-31'), period('2022-12-31', null)], '2023-12-31'],
    ['in jobs that follow each other', [period('2022-01-01', '2022-12-31'), period('2023-01-01', null)], '2023-12-31'],
    ['within a longer job', [period('2022-01-01', null), period('2022-03-01', '2022-04-01')], '2023-12-31'],
    ['never without a job', [], undefined],
  ])('is %s', (_, jobs, expected) => {
    expect(dayReached(jobs, 24)?.toString()).toBe(expected);
  });
});

function written({ from, to }: WorkPeriod): string {
  return `${from} ${to}`;
}
