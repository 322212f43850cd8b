import { expect, it } from 'vitest';
import { openDays, sameDay } from './sameDay.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const register = (opens: string, closes: string) => ({
  window: {
    opensAt: Temporal.Instant.from(`${opens}T12:00:00Z`),
    closesAt: Temporal.Instant.from(`${closes}T16:00:00Z`),
  },
});
const [last, session] = [register('2022-10-10', '2022-11-30'), register('2023-10-12', '2023-12-01')];

it('Two registers are compared as many days after each opened; once this one is over, whole', () => {
  const until = (today: string) => sameDay(session, last, day(today))?.toString() ?? null;
  expect(until('2023-10-12')).toBe('2022-10-10');
  expect(until('2023-11-15')).toBe('2022-11-13');
  expect(until('2023-12-01'), 'the day it closes').toBe('2022-11-29');
  expect(until('2023-12-02')).toBeNull();
  const leap = [register('2024-02-28', '2024-03-10'), register('2023-02-28', '2023-03-10')] as const;
  expect(sameDay(...leap, day('2024-03-01'))?.toString(), 'two days after, with a 29 February between').toBe(
    '2023-03-02',
  );
});

it('Its days go from its opening to today, and no farther than its closing; before it opens there is none', () => {
  expect(openDays(session, day('2023-10-11'))).toEqual([]);
  expect(openDays(session, day('2023-10-13'))).toEqual(['2023-10-12', '2023-10-13']);
  expect(openDays(session, day('2024-06-01')).at(-1)).toBe('2023-12-01');
  expect(
    openDays(session, day('2023-11-01')).filter((one) => one === '2023-10-29'),
    'a day of 25 hours',
  ).toHaveLength(1);
});
