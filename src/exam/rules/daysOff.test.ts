import { describe, expect, it } from 'vitest';
import { dayOff } from './daysOff.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

/** Movable feasts as the calendars of these years print them: Easter Monday, Ascension, Whit Monday. */
const MOVABLE: readonly (readonly string[])[] = [
  ['2008-03-24', '2008-05-01', '2008-05-12'],
  ['2011-04-25', '2011-06-02', '2011-06-13'],
  ['2019-04-22', '2019-05-30', '2019-06-10'],
  ['2021-04-05', '2021-05-13', '2021-05-24'],
  ['2023-04-10', '2023-05-18', '2023-05-29'],
  ['2024-04-01', '2024-05-09', '2024-05-20'],
  ['2025-04-21', '2025-05-29', '2025-06-09'],
  ['2026-04-06', '2026-05-14', '2026-05-25'],
  ['2038-04-26', '2038-06-03', '2038-06-14'],
  ['2049-04-19', '2049-05-27', '2049-06-07'],
  ['2076-04-20', '2076-05-28', '2076-06-08'],
  ['2100-03-29', '2100-05-06', '2100-05-17'],
];

describe('Nobody sits an exam', () => {
  it.each(MOVABLE)('on Easter Monday %s, Ascension %s, Whit Monday %s', (...days) => {
    for (const one of days) expect(dayOff(day(one)), one).toBe('public-holiday');
    // None of these weeks has another working day off.
    for (const one of days)
      for (const other of [1, 2]) {
        const near = day(one).add({ days: other });
        const expected = near.toString().slice(5) === '05-08' ? 'public-holiday' : null;
        expect(dayOff(near), near.toString()).toBe(expected);
      }
  });

  it('on the days that never move', () => {
    for (const one of ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'])
      expect(dayOff(day(`2025-${one}`)), one).toBe('public-holiday');
    expect(dayOff(day('2024-05-10'))).toBeNull();
  });

  it('on a Sunday; on any other day of the week they may', () => {
    expect(dayOff(day('2024-06-09'))).toBe('sunday');
    for (const one of ['03', '04', '05', '06', '07', '08']) expect(dayOff(day(`2024-06-${one}`)), one).toBeNull();
    // Easter itself is a Sunday like the others.
    expect(dayOff(day('2024-03-31'))).toBe('sunday');
  });
});
