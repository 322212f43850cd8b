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

it('knows every day that the labour code names', () => {
  for (const day of ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'])
    expect(dayOffAt(`2025-${day}`)).toBe('holiday');
  expect(dayOffAt('2025-01-02')).toBeNull();
});

/** The Monday after Easter, in years of which the reckoning is hardest: early ones, the latest, those of the two exceptions. */
it.each([
  ['1900-04-16'],
  ['1954-04-19'],
  ['1961-04-03'],
  ['1981-04-20'],
  ['2000-04-24'],
  ['2008-03-24'],
  ['2026-04-06'],
  ['2028-04-17'],
  ['2038-04-26'],
  ['2049-04-19'],
  ['2076-04-20'],
  ['2100-03-29'],
])('reckons Easter: %s is its Monday', (monday) => {
  expect(dayOffAt(monday)).toBe('holiday');
});
