import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../testing/properties.ts';
import { beganTooEarly, dayReached, daysWorked, monthsWorked, sinceDay, type WorkPeriod } from './workPeriods.ts';

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
    expect(monthsWorked([period('2021-09-01', '2023-08-31')], upTo)).toBe(24);
    expect(monthsWorked([period('2019-09-01', '2021-08-31')], upTo)).toBe(24);
    expect(monthsWorked([period('2023-01-01', '2023-06-30')], upTo)).toBe(6);
    expect(monthsWorked([period('2023-01-02', '2023-06-30')], upTo)).toBe(5);
    expect(monthsWorked([period('2018-11-16', '2023-11-15')], upTo)).toBe(60);
  });

  it('holds the whole months of each job, however many Februaries there are among them', () => {
    const fourteen = period('2010-01-01', '2011-02-28');
    expect(monthsWorked([fourteen, period('2013-02-01', '2013-11-30')], upTo)).toBe(14 + 10);
    expect(monthsWorked([fourteen, period('2013-02-01', '2013-11-29')], upTo)).toBe(23);
  });

  it('never counts less with more work, and the same period twice is once', () => {
    fc.assert(
      fc.property(fc.array(anyPeriod, { maxLength: 6 }), anyPeriod, (periods, more) => {
        const before = daysWorked(periods, upTo);
        const after = daysWorked([...periods, more], upTo);
        expect(after).toBeGreaterThanOrEqual(before);
        expect(daysWorked([...periods, more, more], upTo)).toBe(after);
        expect(monthsWorked([...periods, more], upTo)).toBeGreaterThanOrEqual(monthsWorked(periods, upTo));
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
      runs(30),
    );
  });
});

describe('The edges of a job', () => {
  it('joins two that follow each other, in whatever order they are told', () => {
    const jobs = [period('2020-02-01', '2020-02-29'), period('2020-01-01', '2020-01-31')];
    expect(daysWorked(jobs, upTo)).toBe(60);
    expect(dayReached(jobs, 2)?.toString()).toBe('2020-02-29');
    expect(dayReached(jobs.toReversed(), 2)?.toString()).toBe('2020-02-29');
  });
  it('leaves out what ended before it began, and what begins after the day', () => {
    expect(daysWorked([period('2020-01-31', '2020-01-01'), period('2020-02-01', '2020-02-10')], upTo)).toBe(10);
  });
  it('counts only what is on or after a day', () => {
    const first = day('2020-06-03');
    const kept = (from: string, to: string | null) =>
      sinceDay([period(from, to)], first).map((one) => [one.from.toString(), one.to?.toString() ?? null]);
    expect(kept('2019-01-01', '2020-06-02')).toEqual([]);
    expect(kept('2019-01-01', '2020-06-03')).toEqual([['2020-06-03', '2020-06-03']]);
    expect(kept('2019-01-01', null)).toEqual([['2020-06-03', null]]);
    expect(kept('2021-01-01', '2021-02-01')).toEqual([['2021-01-01', '2021-02-01']]);
    expect(sinceDay([{ ...period('2019-01-01', null), partTime: true }], first)[0]?.partTime).toBe(true);
  });
  it('reaches the months on the very last day that is needed', () => {
    expect(dayReached([period('2023-02-01', '2023-02-28')], 1)?.toString()).toBe('2023-02-28');
    expect(dayReached([period('2023-02-01', '2023-02-27')], 1)).toBeNull();
  });
  it('reaches them on the eve of the same day of a later month, leap years or not', () => {
    const reached = (months: number, ...jobs: readonly WorkPeriod[]) => dayReached(jobs, months)?.toString();
    expect(reached(24, period('2022-09-01', null))).toBe('2024-08-31');
    expect(reached(60, period('2023-10-01', null))).toBe('2028-09-30');
    expect(reached(6, period('2023-08-31', null))).toBe('2024-02-28');
    expect(reached(24, period('2020-01-01', '2020-12-31'), period('2023-06-01', null))).toBe('2024-05-31');
    expect(reached(2, period('2023-01-01', '2023-01-10'), period('2023-06-01', null))).toBe('2023-07-21');
    expect(reached(2, period('2023-01-01', '2023-02-28'))).toBe('2023-02-28');
  });
  it('adds up the days beside the whole months: thirty-one make another', () => {
    const reached = (months: number, ...jobs: readonly WorkPeriod[]) => dayReached(jobs, months)?.toString();
    const twenty = [period('2023-01-01', '2023-01-20'), period('2023-03-01', '2023-03-20')];
    expect(reached(2, ...twenty, period('2023-06-01', null))).toBe('2023-06-21');
    expect(reached(1, period('2023-01-01', '2023-01-30'), period('2023-03-01', null))).toBe('2023-03-01');
  });
  it('says the day of short jobs too, that the verdict counts by the shortest months there are', () => {
    const thirty = (...months: readonly string[]) => months.map((one) => period(`2023-${one}-01`, `2023-${one}-30`));
    expect(monthsWorked(thirty('01', '03'), upTo)).toBe(2);
    expect(dayReached(thirty('01', '03'), 2)?.toString()).toBe('2023-03-29');
    expect(dayReached([...thirty('01'), period('2023-03-01', '2023-03-29')], 2)?.toString()).toBe('2023-03-29');
    expect(dayReached([...thirty('01'), period('2023-03-01', '2023-03-28')], 2)).toBeNull();
  });
  it('says a day on which the verdict counts them, or none', () => {
    fc.assert(
      fc.property(
        fc.array(anyPeriod, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 60 }),
        (jobs, months) => {
          const reached = dayReached(jobs, months);
          const last = day('2090-01-01');
          if (reached === null) expect(monthsWorked(jobs, last)).toBeLessThan(months);
          else expect(monthsWorked(jobs, reached)).toBeGreaterThanOrEqual(months);
        },
      ),
    );
  });
  it('begins neither before its holder was born nor before the fourteenth birthday', () => {
    const born = day('2004-02-29');
    expect(beganTooEarly(day('2004-02-28'), born)).toBe('before-birth');
    expect(beganTooEarly(day('2004-02-29'), born)).toBe('before-fourteen');
    expect(beganTooEarly(day('2018-02-27'), born)).toBe('before-fourteen');
    expect(beganTooEarly(day('2018-02-28'), born)).toBeNull();
  });
});
