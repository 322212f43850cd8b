import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { instantOfWallClock, wholeYears } from './time.ts';

describe('The wall clock of Paris', () => {
  it('opens on 12 October 2023 at 14 h, which is 12 h UTC, and closes on 1 December at 17 h, which is 16 h UTC', () => {
    const opening = instantOfWallClock('2023-10-12T14:00');
    const closing = instantOfWallClock('2023-12-01T17:00');
    expect(opening.ok && opening.value.toString()).toBe('2023-10-12T12:00:00Z');
    expect(closing.ok && closing.value.toString()).toBe('2023-12-01T16:00:00Z');
  });
  it('refuses the hour that comes twice on 29 October 2023', () => {
    expect(instantOfWallClock('2023-10-29T02:30')).toEqual({ ok: false, error: { code: 'repeated-hour' } });
  });
  it('refuses the hour that does not exist on 31 March 2024', () => {
    expect(instantOfWallClock('2024-03-31T02:30')).toEqual({ ok: false, error: { code: 'skipped-hour' } });
  });
  it('takes the first and the last minute around each change', () => {
    for (const wall of ['2023-10-29T01:59', '2023-10-29T03:00', '2024-03-31T01:59', '2024-03-31T03:00']) {
      expect(instantOfWallClock(wall).ok, wall).toBe(true);
    }
  });
  it('refuses 30 February', () => {
    expect(instantOfWallClock('2024-02-30T10:00')).toEqual({ ok: false, error: { code: 'unreadable' } });
  });
});

it('An instant is put on the clock of Paris in one place, which keeps what it found', () => {
  const others = globSync('src/**/*.{ts,tsx}').filter(
    (file) =>
      !/\.test\.tsx?$|testing/.test(file) &&
      /ZonedDateTimeISO\((PARIS|'Europe\/Paris')\)/.test(readFileSync(file, 'utf8')),
  );
  expect(others).toEqual(['src/platform/time.ts']);
});

describe('Whole years', () => {
  const day = Temporal.PlainDate.from;
  it('turns 25 on the birthday, not on its eve', () => {
    expect(wholeYears(day('1998-12-01'), day('2023-11-30'))).toBe(24);
    expect(wholeYears(day('1998-12-01'), day('2023-12-01'))).toBe(25);
  });
  it('for a birth on 29 February, turns 25 on 1 March of a common year', () => {
    expect(wholeYears(day('2000-02-29'), day('2025-02-28'))).toBe(24);
    expect(wholeYears(day('2000-02-29'), day('2025-03-01'))).toBe(25);
  });
});
