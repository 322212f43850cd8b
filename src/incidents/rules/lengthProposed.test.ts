import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOfWallClock } from '../../platform/time.ts';
import { lengthProposed, nearTo } from './lengthProposed.ts';

const at = (wall: string): Temporal.Instant => {
  const read = instantOfWallClock(wall);
  if (!read.ok) throw new Error(wall);
  return read.value;
};
const CLOSING = at('2023-12-01T17:00');
const lost = (minutes: number, until = CLOSING) =>
  minutes === 0 ? [] : [{ from: until.subtract({ minutes }), until }];
const proposed = (minutes: number, now: string, closing = CLOSING) => {
  const found = lengthProposed(closing, lost(minutes, closing), at(now));
  return found === null ? null : [found.days, found.hours, found.minutes];
};

describe('The length of an extension', () => {
  it('is what was lost, rounded up to whole hours, while the closing is far enough', () => {
    expect(proposed(1, '2023-12-01T09:00')).toEqual([0, 1, 1]);
    expect(proposed(60, '2023-12-01T09:00')).toEqual([0, 1, 60]);
    expect(proposed(61, '2023-12-01T09:00')).toEqual([0, 2, 61]);
    expect(proposed(24 * 60, '2023-11-30T18:00')).toEqual([1, 0, 1440]);
  });

  it('leaves four hours from now, however little was lost; never an instant that is past', () => {
    expect(proposed(1, '2023-12-01T16:30')).toEqual([0, 4, 1]);
    expect(proposed(1, '2023-12-01T17:00')).toEqual([0, 4, 1]);
    expect(proposed(30, '2023-12-02T09:10')).toEqual([0, 21, 30]);
    expect(proposed(30, '2023-12-03T09:10')).toEqual([1, 21, 30]);
  });

  it('is none where nothing was measured, or where the closing is long past', () => {
    expect(proposed(0, '2023-12-01T16:30')).toBeNull();
    expect(proposed(30, '2023-12-20T09:00')).toBeNull();
  });

  it('gives back what was lost in the nights when the clocks change, and never an hour that is skipped or repeated', () => {
    // 23 h in spring, one hour lost: one hour of the clock later is midnight, two are 1 h, three would be the hour that doesn't exist.
    expect(proposed(150, '2024-03-30T12:00', at('2024-03-30T23:30'))).toEqual([0, 4, 150]);
    expect(
      lengthProposed(
        at('2024-03-30T23:30'),
        lost(150, at('2024-03-30T23:30')),
        at('2024-03-30T12:00'),
      )?.closesAt.equals(at('2024-03-31T03:30')),
    ).toBe(true);
    // In autumn 2 h 30 comes twice: the next that comes once.
    expect(proposed(150, '2023-10-28T12:00', at('2023-10-28T23:30'))).toEqual([0, 4, 150]);
  });

  it('is always in the future, and always gives back at least what was lost', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1440 }),
        fc.integer({ min: -24 * 60, max: 72 * 60 }),
        fc.integer({ min: 0, max: 365 * 24 }),
        (minutes, after, hours) => {
          const closing = CLOSING.add({ hours });
          const now = closing.add({ minutes: after });
          const found = lengthProposed(closing, lost(minutes, closing), now);
          expect(found).not.toBeNull();
          const put = found?.closesAt ?? now;
          expect(Temporal.Instant.compare(put, now)).toBe(1);
          expect(put.since(closing).total('minutes')).toBeGreaterThanOrEqual(minutes);
        },
      ),
    );
  });

  it('counts the day before the closing alone', () => {
    const { from, until } = nearTo(CLOSING);
    expect([from.equals(at('2023-11-30T17:00')), until.equals(CLOSING)]).toEqual([true, true]);
  });
});
