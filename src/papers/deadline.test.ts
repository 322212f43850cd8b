import { describe, expect, it } from 'vitest';
import { deadlineInWords } from './deadline.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('A deadline after « avant le »', () => {
  it('says the day and the hour of Paris', () => {
    const closing = Temporal.Instant.from('2023-12-01T17:00:00+01:00');
    expect(plain(deadlineInWords(closing))).toBe('vendredi 1er décembre 2023 à 17 h 00 (heure de Paris)');
  });

  it('at midnight says the day alone: « avant le vendredi 8 mars 2024 »', () => {
    expect(plain(deadlineInWords(Temporal.Instant.from('2024-03-08T00:00:00+01:00')))).toBe('vendredi 8 mars 2024');
    expect(plain(deadlineInWords(Temporal.Instant.from('2024-03-08T00:00:00Z')))).toContain('1 h 00');
  });
});
