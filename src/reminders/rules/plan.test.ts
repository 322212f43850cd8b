import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reminder } from '../../catalogue/index.ts';
import { rangesOf, stepsBefore } from './plan.ts';

const PLAN: readonly Reminder[] = [
  { before: 3, unit: 'hours' },
  { before: 14, unit: 'days' },
  { before: 7, unit: 'days' },
  { before: 1, unit: 'days' },
];
const CLOSING = Temporal.Instant.from('2023-12-01T17:00:00+01:00');

/** The steps at which the deadline stands, asked at each of these instants in turn. */
function toldAt(plan: readonly Reminder[], instants: readonly (Temporal.Instant | string)[], deadline = CLOSING) {
  let asked: Temporal.Instant | null = null;
  return instants.map((at) => {
    const now = Temporal.Instant.from(at);
    const found = rangesOf(plan, asked, now).filter(
      ({ after, until }) =>
        Temporal.Instant.compare(deadline, after) > 0 && Temporal.Instant.compare(deadline, until) <= 0,
    );
    asked = now;
    return found.map(({ step }) => step).join(' ');
  });
}

describe('A deadline stands at a step of the plan', () => {
  it('from its instant on, once, whatever the order in which the plan is written', () => {
    const asked = ['2023-11-17T16:59:59+01:00', '2023-11-17T17:00:00+01:00', '2023-11-17T17:01:00+01:00'];
    expect(toldAt(PLAN, asked)).toEqual(['', 'P14D', '']);
  });
  it('still, when nobody asked at its instant; of several that passed, at the last alone', () => {
    expect(toldAt(PLAN, ['2023-11-10T00:00:00Z', '2023-11-20T00:00:00Z', '2023-11-30T20:00:00Z'])).toEqual([
      '',
      'P14D',
      'P1D',
    ]);
  });
  it('no more, once it is past', () => {
    expect(toldAt(PLAN, ['2023-12-01T14:30:00+01:00', '2023-12-01T17:00:00+01:00'])).toEqual(['PT3H', '']);
    expect(toldAt(PLAN, ['2023-11-01T00:00:00Z', '2023-12-01T17:00:00+01:00'])).toEqual(['', '']);
  });
  it('again, when the clock was set back', () => {
    expect(toldAt(PLAN, ['2023-11-20T00:00:00Z', '2023-11-01T00:00:00Z', '2023-11-18T00:00:00Z'])).toEqual([
      'P14D',
      '',
      'P14D',
    ]);
  });
  it('so many days of the calendar before, at the same hour, across a change of clocks', () => {
    const spring = Temporal.Instant.from('2024-04-01T17:00:00+02:00');
    expect(toldAt(PLAN, ['2024-03-25T16:59:00+01:00', '2024-03-25T17:00:00+01:00'], spring)).toEqual(['P14D', 'P7D']);
  });
  it('three hours before, as they pass, in the nights when the clocks change', () => {
    const spring = Temporal.Instant.from('2024-03-31T05:00:00+02:00');
    expect(toldAt(PLAN, ['2024-03-31T00:59:59+01:00', '2024-03-31T01:00:00+01:00'], spring)).toEqual(['P1D', 'PT3H']);
    const autumn = Temporal.Instant.from('2024-10-27T04:00:00+01:00');
    const asked = ['2024-10-27T01:59:59+02:00', '2024-10-27T02:00:00+02:00', '2024-10-27T02:00:00+01:00'];
    expect(toldAt(PLAN, asked, autumn)).toEqual(['P1D', 'PT3H', '']);
    expect(stepsBefore(PLAN, autumn).at(-1)?.at.toString()).toBe('2024-10-27T00:00:00Z');
  });
  it('never, without a plan', () => {
    expect(toldAt([], ['2023-11-17T16:59:59+01:00', '2023-12-01T16:59:59+01:00'])).toEqual(['', '']);
  });
  it('at each step at most once and at the last one not later than asked, however often one asks', () => {
    const minutes = fc.integer({ min: 0, max: 30 * 24 * 60 });
    fc.assert(
      fc.property(fc.uniqueArray(minutes, { maxLength: 60 }), (asked) => {
        const instants = asked.toSorted((a, b) => a - b).map((n) => CLOSING.subtract({ minutes: 30 * 24 * 60 - n }));
        const told = toldAt(PLAN, instants).filter((step) => step !== '');
        expect(new Set(told).size).toBe(told.length);
        expect(told).toEqual(['P14D', 'P7D', 'P1D', 'PT3H'].filter((step) => told.includes(step)));
      }),
    );
  });
});

describe('The steps before a deadline', () => {
  it('are dated, the first to come first', () => {
    expect(stepsBefore(PLAN, CLOSING).map(({ at }) => at.toString())).toEqual([
      '2023-11-17T16:00:00Z',
      '2023-11-24T16:00:00Z',
      '2023-11-30T16:00:00Z',
      '2023-12-01T13:00:00Z',
    ]);
  });
});
