import { describe, expect, it } from 'vitest';
import { readAnnounced } from './announced.ts';

const NOW = Temporal.Instant.from('2024-07-02T10:00:00+02:00');
const day = (text: string) => Temporal.PlainDate.from(text);
const read = (on: string, hour: string) => {
  const found = readAnnounced(day(on), hour, NOW);
  return found.ok ? found.value.toString() : found.error;
};

describe('The announced instant', () => {
  it.each([
    ['9 h', '2024-07-05T07:00:00Z'],
    [' 14 h 30 ', '2024-07-05T12:30:00Z'],
    ['14h30', '2024-07-05T12:30:00Z'],
    ['14:30', '2024-07-05T12:30:00Z'],
    ['9\u00a0h\u00a000', '2024-07-05T07:00:00Z'],
    ['9 heure 15', '2024-07-05T07:15:00Z'],
    ['9H', '2024-07-05T07:00:00Z'],
    ['23 heures', '2024-07-05T21:00:00Z'],
    ['0 h 59', '2024-07-04T22:59:00Z'],
  ])('%s is an hour of Paris', (hour, instant) => {
    expect(read('2024-07-05', hour)).toBe(instant);
  });

  it.each(['', 'midi', '24 h', '9 h 60', '9', '9 h 5', 'vers 9 h', '9 h du matin', '123 h'])(
    '« %s » isn’t an hour that we read',
    (hour) => {
      expect(read('2024-07-05', hour)).toBe('hour-unreadable');
    },
  );

  it('is none that comes twice or never, when clocks change', () => {
    expect(read('2024-10-27', '2 h 30')).toBe('repeated-hour');
    expect(read('2025-03-30', '2 h 30')).toBe('skipped-hour');
    expect(read('2024-10-27', '3 h')).toBe('2024-10-27T02:00:00Z');
  });

  it('is ahead, by a year and a day at most', () => {
    expect(read('2024-07-02', '10 h')).toBe('past');
    expect(read('2024-07-02', '10 h 01')).toBe('2024-07-02T08:01:00Z');
    expect(read('2025-07-03', '10 h')).toBe('2025-07-03T08:00:00Z');
    expect(read('2025-07-03', '10 h 01')).toBe('too-far');
  });
});
