import { describe, expect, it } from 'vitest';
import { birthDateFault } from './birthDate.ts';

const fault = (day: string): string | null =>
  birthDateFault(Temporal.PlainDate.from(day), Temporal.PlainDate.from('2023-11-15'));

describe('« Date de naissance »', () => {
  it('is a day from 1900 on', () => {
    expect(fault('1899-12-31')).toBe('too-early');
    expect(fault('1900-01-01')).toBeNull();
    expect(fault('2000-02-29')).toBeNull();
  });

  it('is at least fourteen years ago, to the day', () => {
    expect(fault('2009-11-15')).toBeNull();
    expect(fault('2009-11-16')).toBe('too-young');
    expect(fault('2023-11-15')).toBe('future');
    expect(fault('2033-11-15')).toBe('future');
  });
});
