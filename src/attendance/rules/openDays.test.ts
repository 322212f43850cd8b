import { describe, expect, it } from 'vitest';
import { nextDay, type OpeningDay, openDays, openTimes, refuseNow } from './openDays.ts';

const ZONE = 'Europe/Paris';
const HOURS = { opens: 12, taken: 24 };
const at = (wall: string): Temporal.Instant => Temporal.PlainDateTime.from(wall).toZonedDateTime(ZONE).toInstant();
const dayOf = (day: string, first: string, last: string): OpeningDay => ({
  day: Temporal.PlainDate.from(day),
  firstAt: at(`${day}T${first}`),
  lastAt: at(`${day}T${last}`),
  hours: HOURS,
});
const MONDAY = dayOf('2024-06-03', '09:00', '17:00');
const TUESDAY = dayOf('2024-06-04', '08:00', '12:00');
const open = (wall: string): readonly string[] =>
  openDays([TUESDAY, MONDAY], at(wall), ZONE).map(({ day }) => day.toString());

describe('The list of a day', () => {
  it('opens as long before its first sitting as its exam says, and closes at midnight', () => {
    expect(openTimes(MONDAY, ZONE)).toEqual({ from: at('2024-06-02T21:00'), until: at('2024-06-04T00:00') });
    expect(open('2024-06-02T20:59')).toEqual([]);
    expect(open('2024-06-02T21:00')).toEqual(['2024-06-03']);
    expect(open('2024-06-03T19:59')).toEqual(['2024-06-03']);
    expect(open('2024-06-03T20:00')).toEqual(['2024-06-03', '2024-06-04']);
    expect(open('2024-06-03T23:59')).toEqual(['2024-06-03', '2024-06-04']);
    expect(open('2024-06-04T00:00')).toEqual(['2024-06-04']);
    expect(open('2024-06-05T00:00')).toEqual([]);
    expect(openTimes({ ...MONDAY, hours: { ...HOURS, opens: 2 } }, ZONE).from).toEqual(at('2024-06-03T07:00'));
  });
  it('that comes next is said to who comes too early', () => {
    expect(nextDay([TUESDAY, MONDAY], at('2024-05-01T10:00'))).toBe(MONDAY);
    expect(nextDay([TUESDAY, MONDAY], at('2024-06-03T09:00'))).toBe(TUESDAY);
    expect(nextDay([TUESDAY, MONDAY], at('2024-06-04T08:00'))).toBeNull();
  });
});

describe('What was said', () => {
  const seat = { firstAt: at('2024-06-03T09:00'), endsAt: at('2024-06-03T12:00') };
  it('is taken from the opening of the list until as long after the sitting as its exam says, both included', () => {
    expect(refuseNow(seat, HOURS, at('2024-06-02T20:59'))).toBe('not-yet');
    expect(refuseNow(seat, HOURS, at('2024-06-02T21:00'))).toBeNull();
    expect(refuseNow(seat, HOURS, at('2024-06-04T12:00'))).toBeNull();
    expect(refuseNow(seat, HOURS, at('2024-06-04T12:01'))).toBe('too-late');
    expect(refuseNow(seat, { ...HOURS, taken: 48 }, at('2024-06-05T12:00'))).toBeNull();
  });
});
