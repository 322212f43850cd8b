import { describe, expect, it } from 'vitest';
import { jobFields, jobRules, jobs, MOST_ROWS, rowsIn, rowsToShow } from './jobs.ts';

const day = Temporal.PlainDate.from;
const BORN = day('1998-05-30');
const TODAY = day('2023-11-15');

describe('The rows of jobs', () => {
  it('are two at first, then one more than those that are asked for', () => {
    expect(rowsToShow({}, false)).toBe(2);
    expect(rowsToShow({}, true)).toBe(2);
    expect(rowsToShow({ employer1: 'A', employer2: 'B' }, true)).toBe(3);
    expect(rowsToShow({ rows: '3' }, true)).toBe(4);
    expect(rowsToShow({ rows: '3' }, false)).toBe(3);
  });
  it('show the last that holds something, whatever stands empty before it', () => {
    expect(rowsIn({ job5: 'Coiffeuse' })).toEqual([5]);
    expect(rowsToShow({ job5: 'Coiffeuse' }, false)).toBe(5);
  });
  it('are ten at the most, which two pages of the confirmation can hold', () => {
    expect(rowsToShow({ [`from${MOST_ROWS}`]: '01/09/2020' }, true)).toBe(10);
    expect(rowsIn({ employer11: 'A' })).toEqual([]);
    expect(jobFields(10).employer.name).toBe('employer10');
    expect(() => jobFields(11)).toThrow(RangeError);
    expect(() => jobFields(0)).toThrow(RangeError);
  });
});

describe('The days of a job', () => {
  const faults = (from: Temporal.PlainDate, to: Temporal.PlainDate | null = null): readonly (string | null)[] =>
    jobRules(3, TODAY, BORN).flatMap(({ look }) => look({ from3: from, to3: to })?.field ?? []);
  it('begin today at the latest', () => {
    expect([faults(TODAY), faults(TODAY.add({ days: 1 }))]).toEqual([[], ['from3']]);
  });
  it('begin at fourteen at the earliest', () => {
    expect([faults(day('2012-05-30')), faults(day('2012-05-29'))]).toEqual([[], ['from3']]);
  });
  it('end on the day they began at the earliest; a job may go on', () => {
    expect([faults(day('2020-09-01'), day('2020-09-01')), faults(day('2020-09-01'))]).toEqual([[], []]);
    expect(faults(day('2020-09-01'), day('2020-08-31'))).toEqual(['to3']);
  });
});

describe('The jobs in the summary', () => {
  const job = { employer: 'Hair', job: 'Coiffeuse', from: day('2016-09-01'), to: null, partTime: false };
  const said = (...declared: Parameters<typeof jobs.lines>[0]) =>
    jobs.lines(declared).map(({ name, value }) => `${name} ${value}`);
  it('are one line each, numbered, with their period', () => {
    expect(said(job, { ...job, to: day('2018-08-31'), partTime: true })).toEqual([
      'job1 Coiffeuse, Hair, depuis le 01/09/2016',
      'job2 Coiffeuse, Hair, du 01/09/2016 au 31/08/2018 (temps partiel)',
    ]);
  });
  it('are said to be none where there is none', () => {
    expect(said()).toHaveLength(1);
    expect(jobs.lines([])[0]).toMatchObject({ name: 'jobs', about: 'jobs' });
  });
});
