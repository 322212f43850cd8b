import { describe, expect, it } from 'vitest';
import { COURT_SEATS } from '../../platform/french/territories.ts';
import { dayOff, isHoliday, isWorkingDay, onNextWorkingDay } from './workingDays.ts';

const day = Temporal.PlainDate.from;

/** Movable feasts as the calendars of these years print them: Easter Monday, Ascension, Whit Monday. */
const MOVABLE: readonly (readonly string[])[] = [
  ['1900-04-16', '1900-05-24', '1900-06-04'],
  ['1954-04-19', '1954-05-27', '1954-06-07'],
  ['1981-04-20', '1981-05-28', '1981-06-08'],
  ['2008-03-24', '2008-05-01', '2008-05-12'],
  ['2011-04-25', '2011-06-02', '2011-06-13'],
  ['2019-04-22', '2019-05-30', '2019-06-10'],
  ['2021-04-05', '2021-05-13', '2021-05-24'],
  ['2023-04-10', '2023-05-18', '2023-05-29'],
  ['2024-04-01', '2024-05-09', '2024-05-20'],
  ['2025-04-21', '2025-05-29', '2025-06-09'],
  ['2026-04-06', '2026-05-14', '2026-05-25'],
  ['2028-04-17', '2028-05-25', '2028-06-05'],
  ['2038-04-26', '2038-06-03', '2038-06-14'],
  ['2049-04-19', '2049-05-27', '2049-06-07'],
  ['2076-04-20', '2076-05-28', '2076-06-08'],
  ['2100-03-29', '2100-05-06', '2100-05-17'],
];
const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

describe('Les jours fériés', () => {
  it.each(MOVABLE)('are Easter Monday %s, Ascension %s, Whit Monday %s, and not the days around', (...days) => {
    for (const one of days) {
      expect(isHoliday(day(one), 'mainland'), one).toBe(true);
      for (const near of [day(one).add({ days: 1 }), day(one).add({ days: 2 }), day(one).subtract({ days: 2 })])
        expect(isHoliday(near, 'mainland'), near.toString()).toBe(FIXED.includes(near.toString().slice(5)));
    }
  });

  it('are the eight that never move, everywhere', () => {
    for (const seat of COURT_SEATS)
      for (const one of FIXED) expect(isHoliday(day(`2025-${one}`), seat), `${seat} ${one}`).toBe(true);
  });

  it('are those of the territory besides', () => {
    const own = {
      'alsace-moselle': '12-26',
      mayotte: '04-27',
      martinique: '05-22',
      guadeloupe: '05-27',
      'saint-martin': '05-27',
      guyane: '06-10',
      'saint-barthelemy': '10-09',
      reunion: '12-20',
    } as const;
    const days = new Set(Object.values(own));
    for (const seat of COURT_SEATS)
      for (const one of days)
        expect(isHoliday(day(`2024-${one}`), seat), `${seat} ${one}`).toBe(seat !== 'mainland' && own[seat] === one);
    expect(COURT_SEATS).toHaveLength(Object.keys(own).length + 1);
  });

  it('leave the week from Monday to Friday', () => {
    const week = ['03', '04', '05', '06', '07', '08', '09'].map((one) =>
      isWorkingDay(day(`2024-06-${one}`), 'mainland'),
    );
    expect(week).toEqual([true, true, true, true, true, false, false]);
    expect(isWorkingDay(day('2024-05-08'), 'mainland')).toBe(false);
  });

  it.each([
    ['a Thursday', 'mainland', '2023-12-07T10:00:00+01:00', '2023-12-08T10:00:00+01:00'],
    ['Friday evening', 'mainland', '2023-12-08T19:30:00+01:00', '2023-12-11T19:30:00+01:00'],
    ['Sunday', 'mainland', '2023-12-10T09:00:00+01:00', '2023-12-11T09:00:00+01:00'],
    ['the eve of 1 May', 'mainland', '2024-04-30T16:00:00+02:00', '2024-05-02T16:00:00+02:00'],
    ['the eve of Christmas, a Sunday', 'mainland', '2023-12-24T10:00:00+01:00', '2023-12-26T10:00:00+01:00'],
    ['the same in Alsace-Moselle', 'alsace-moselle', '2023-12-24T10:00:00+01:00', '2023-12-27T10:00:00+01:00'],
    ['the eve of 20 December', 'reunion', '2023-12-19T10:00:00+01:00', '2023-12-21T10:00:00+01:00'],
    ['the same elsewhere', 'mainland', '2023-12-19T10:00:00+01:00', '2023-12-20T10:00:00+01:00'],
    ['Friday before the clocks go forward', 'mainland', '2024-03-29T10:00:00+01:00', '2024-04-02T10:00:00+02:00'],
  ] as const)('put off what is decided on %s (%s) to the same hour of the next one', (_, seat, from, to) => {
    const next = onNextWorkingDay(Temporal.Instant.from(from), seat);
    expect(next.toString()).toBe(Temporal.Instant.from(to).toString());
    expect(Temporal.Instant.from(from).until(next).total('hours')).toBeGreaterThanOrEqual(24);
  });

  it('close an office, as a Sunday does and a Saturday does not; those of a territory alone close none elsewhere', () => {
    const why = ['2024-05-09', '2024-06-09', '2024-03-31', '2024-06-08', '2024-12-26'].map((one) => dayOff(day(one)));
    expect(why).toEqual(['holiday', 'sunday', 'sunday', null, null]);
  });
});
