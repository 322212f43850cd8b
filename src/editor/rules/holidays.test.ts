import { expect, it } from 'vitest';
import { dayOffAt } from './holidays.ts';

it('knows Sundays and the holidays that move with Easter', () => {
  expect(dayOffAt('2026-12-25T17:00')).toBe('holiday');
  expect(dayOffAt('2027-03-29')).toBe('holiday');
  expect(dayOffAt('2024-05-09')).toBe('holiday');
  expect(dayOffAt('2024-05-20')).toBe('holiday');
  expect(dayOffAt('2027-06-06')).toBe('sunday');
  expect(dayOffAt('2027-06-07')).toBeNull();
  expect(dayOffAt('demain')).toBeNull();
});
