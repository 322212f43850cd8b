import { expect, it } from 'vitest';
import { isLate, lastDayOf } from './delays.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

it('A delay ends on a day of the calendar, and the day after it is late', () => {
  expect(lastDayOf({ count: 2, unit: 'months' }, day('2024-07-05'))?.toString()).toBe('2024-09-05');
  expect(lastDayOf({ count: 1, unit: 'years' }, day('2024-02-29'))?.toString()).toBe('2025-02-28');
  expect(lastDayOf({ count: 10, unit: 'days' }, day('2024-07-25'))?.toString()).toBe('2024-08-04');
  expect(lastDayOf(undefined, day('2024-07-05'))).toBeNull();
  expect(isLate(day('2024-09-05'), day('2024-09-05'))).toBe(false);
  expect(isLate(day('2024-09-06'), day('2024-09-05'))).toBe(true);
  expect(isLate(day('2099-01-01'), null)).toBe(false);
});
