import { expect, it } from 'vitest';
import { endOfDay } from '../../platform/time.ts';
import { isLate } from './calendar.ts';
import { documentErasedFrom } from './retention.ts';

const KEPT = { removed: Temporal.Duration.from({ months: 2 }), replaced: Temporal.Duration.from({ years: 1 }) };
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const closing = (moment: string) => ({ window: { closesAt: at(moment) } });
const CLOSING = closing('2023-12-01T17:00:00+01:00');

it('the day of the closing counts whole, as the Code names a date', () => {
  expect(isLate(at('2023-12-01T16:59:00+01:00'), CLOSING, null)).toBe(false);
  expect(isLate(at('2023-12-01T23:59:59+01:00'), CLOSING, null)).toBe(false);
  expect(isLate(at('2023-12-02T00:00:00+01:00'), CLOSING, null)).toBe(true);
  expect(isLate(at('2023-12-02T00:00:01+01:00'), CLOSING, null)).toBe(true);
});

it('a register that closes at midnight has the day before as its last', () => {
  const midnight = closing('2023-12-02T00:00:00+01:00');
  expect(isLate(at('2023-12-01T23:59:59+01:00'), midnight, null)).toBe(false);
  expect(isLate(midnight.window.closesAt, midnight, null)).toBe(true);
});

it('what is asked until a day may come until its last second, the day of the change of clocks too', () => {
  expect(endOfDay(Temporal.PlainDate.from('2024-03-30')).toString()).toBe('2024-03-30T23:00:00Z');
  expect(endOfDay(Temporal.PlainDate.from('2024-03-31')).toString()).toBe('2024-03-31T22:00:00Z');
});

it('a document taken back goes two months after; one that counted, a year after the last correction or after it', () => {
  const last = at('2024-03-08T00:00:00+01:00');
  const endedAt = at('2024-01-31T12:00:00+01:00');
  expect(documentErasedFrom({ state: 'removed', endedAt }, last, KEPT).toString()).toBe('2024-03-31T10:00:00Z');
  expect(documentErasedFrom({ state: 'stored', endedAt }, last, KEPT).toString()).toBe('2025-03-07T23:00:00Z');
  const later = at('2024-05-02T12:00:00+02:00');
  expect(documentErasedFrom({ state: 'stored', endedAt: later }, last, KEPT).toString()).toBe('2025-05-02T10:00:00Z');
});
