import { expect, it } from 'vitest';
import type { SummonsSeat } from '../summons.ts';
import { begunTests, comingTests, nextTestOf, pastDays, soonOf } from './nextTest.ts';

const seat = (unit: string, startsAt: string, endsAt: string): SummonsSeat => ({
  unit,
  startsAt,
  endsAt,
  percent: 0,
  alone: false,
  centre: ['Lycée'],
  room: '1',
  table: 1,
  material: '',
});
const [one, other] = [
  seat('U20', '2024-06-03T07:00:00Z', '2024-06-03T09:00:00Z'),
  seat('U30', '2024-06-03T12:00:00Z', '2024-06-03T14:00:00Z'),
];
const at = (instant: string) => nextTestOf([one, other], Temporal.Instant.from(instant));

it('The next test is the first before it begins, then the one under way, then the one that follows, then none', () => {
  expect(at('2024-06-03T06:59:59Z')).toEqual({ is: 'first', seat: one });
  expect(at('2024-06-03T07:00:00Z')).toEqual({ is: 'now', seat: one });
  expect(at('2024-06-03T08:59:59Z')).toEqual({ is: 'now', seat: one });
  expect(at('2024-06-03T09:00:00Z')).toEqual({ is: 'next', seat: other });
  expect(at('2024-06-03T12:00:00Z')).toEqual({ is: 'now', seat: other });
  expect(at('2024-06-03T14:00:00Z')).toEqual({ is: 'over' });
  expect(nextTestOf([], Temporal.Instant.from('2024-06-03T14:00:00Z'))).toEqual({ is: 'none' });
});

it('It is soon a week before, and today from midnight in Paris until the last of the day is over', () => {
  const soon = (instant: string) => soonOf(at(instant), Temporal.Instant.from(instant));
  expect(soon('2024-05-26T21:59:59Z')).toBeNull();
  expect(soon('2024-05-26T22:00:00Z')).toEqual({ is: 'first', seat: one, isToday: false });
  expect(soon('2024-06-02T21:59:59Z')).toEqual({ is: 'first', seat: one, isToday: false });
  expect(soon('2024-06-02T22:00:00Z')).toEqual({ is: 'first', seat: one, isToday: true });
  expect(soon('2024-06-03T09:00:00Z')).toEqual({ is: 'next', seat: other, isToday: true });
  expect(soon('2024-06-03T14:00:00Z')).toBeNull();
});

it('Days are past once all of them is over, while something is still to come', () => {
  const last = seat('U41', '2024-06-05T07:00:00Z', '2024-06-05T09:00:00Z');
  const past = (instant: string) => pastDays([one, other, last], Temporal.Instant.from(instant)).map(String);
  expect(past('2024-06-03T13:59:59Z')).toEqual([]);
  expect(past('2024-06-03T14:00:00Z')).toEqual(['2024-06-03']);
  expect(past('2024-06-05T09:00:00Z')).toEqual([]);
});

it('What can still be missed is what has not begun', () => {
  const coming = (instant: string) => comingTests([one, other], Temporal.Instant.from(instant)).map(({ unit }) => unit);
  expect(coming('2024-06-03T06:00:00Z')).toEqual(['U20', 'U30']);
  expect(coming('2024-06-03T07:00:00Z')).toEqual(['U30']);
  expect(coming('2024-06-03T12:00:00Z')).toEqual([]);
});

it('what has begun may be said to have been missed, from its first minute on', () => {
  const begun = (instant: string) => begunTests([one, other], Temporal.Instant.from(instant)).map(({ unit }) => unit);
  expect(begun('2024-06-03T06:59:59Z')).toEqual([]);
  expect(begun('2024-06-03T07:00:00Z')).toEqual(['U20']);
  expect(begun('2024-09-01T07:00:00Z')).toEqual(['U20', 'U30']);
});
