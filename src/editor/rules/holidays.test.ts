import { expect, it } from 'vitest';
import { dayOffAt } from './holidays.ts';

it('knows Sundays and holidays of what the head of office typed, a wall clock or a day', () => {
  expect(dayOffAt('2026-12-25T17:00')).toBe('holiday');
  expect(dayOffAt('2027-03-29')).toBe('holiday');
  expect(dayOffAt('2027-06-06')).toBe('sunday');
  expect(dayOffAt('2027-06-07')).toBeNull();
  expect(dayOffAt('demain')).toBeNull();
});
