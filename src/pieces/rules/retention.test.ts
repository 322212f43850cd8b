import { describe, expect, it } from 'vitest';
import { depositErasedFrom } from './retention.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const KEPT = { removed: Temporal.Duration.from({ months: 2 }), replaced: Temporal.Duration.from({ years: 1 }) };
const LAST_CORRECTION = at('2023-12-22T17:00:00+01:00');
const erased = (state: 'stored' | 'removed' | 'replaced', endedAt: string): string | undefined =>
  depositErasedFrom({ state, endedAt: at(endedAt) }, LAST_CORRECTION, KEPT)
    ?.toZonedDateTimeISO('Europe/Paris')
    .toPlainDateTime()
    .toString();

describe('The bytes of a file', () => {
  it('that counts are kept', () => {
    expect(erased('stored', '2023-11-15T10:00:00+01:00')).toBeUndefined();
  });
  it('that was taken back are kept for two months, summer time or not', () => {
    expect(erased('removed', '2023-11-15T10:00:00+01:00')).toBe('2024-01-15T10:00:00');
    expect(erased('removed', '2024-03-15T10:00:00+01:00')).toBe('2024-05-15T10:00:00');
    expect(erased('removed', '2023-12-31T10:00:00+01:00')).toBe('2024-02-29T10:00:00');
  });
  it('that was replaced are kept for a year after the last correction, or after the replacement if that was later', () => {
    expect(erased('replaced', '2023-11-15T10:00:00+01:00')).toBe('2024-12-22T17:00:00');
    expect(erased('replaced', '2024-03-01T10:00:00+01:00')).toBe('2025-03-01T10:00:00');
  });
});
