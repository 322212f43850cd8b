import { describe, expect, it } from 'vitest';
import { LONGEST, YEARS } from './budgets.ts';
import { code, Day, Instant, list } from './fields.ts';
import { Mark } from './mark.ts';
import { texts } from './texts.ts';

/** What is read, or what is said. */
const read = (
  field: Pick<typeof Day, 'safeParse'> | typeof Instant | typeof Mark | ReturnType<typeof code>,
  value: unknown,
) => {
  const found = field.safeParse(value);
  return found.success ? String(found.data) : found.error.issues.map(({ message }) => message);
};

describe('A day', () => {
  it('is written as in ISO 8601, and exists', () => {
    expect(read(Day, '2024-02-29')).toBe('2024-02-29');
    for (const wrong of [
      '2023-02-29',
      '29/02/2024',
      '2024-2-9',
      '20240229',
      '2024-02-29T10:00',
      ' 2024-02-29',
      20240229,
      null,
    ])
      expect(read(Day, wrong), String(wrong)).toEqual([texts.day]);
  });
  it('is said once to be wrong, however long', () => {
    expect(read(Day, `2024-02-29${'0'.repeat(LONGEST.day)}`)).toEqual([texts.day]);
  });
  it('stands in the years that people live in', () => {
    expect(read(Day, `${YEARS.first}-01-01`)).toBe(`${YEARS.first}-01-01`);
    expect(read(Day, `${YEARS.last}-12-31`)).toBe(`${YEARS.last}-12-31`);
    expect([read(Day, `${YEARS.first - 1}-12-31`), read(Day, `${YEARS.last + 1}-01-01`)]).toEqual([
      [texts.day],
      [texts.day],
    ]);
  });
});

describe('An instant', () => {
  it('bears its offset', () => {
    expect(read(Instant, '2023-12-01T17:00:00+01:00')).toBe('2023-12-01T16:00:00Z');
    for (const wrong of ['2023-12-01T17:00:00', '2023-12-01', 'now', 0])
      expect(read(Instant, wrong), String(wrong)).toEqual([texts.instant]);
  });
  it('stands in the same years, and is said once to be wrong, however long', () => {
    expect(read(Instant, `${YEARS.last + 1}-01-01T00:00:00Z`)).toEqual([texts.instant]);
    expect(read(Instant, `${YEARS.first - 1}-12-31T23:59:59Z`)).toEqual([texts.instant]);
    expect(read(Instant, 'x'.repeat(LONGEST.instant + 1))).toEqual([texts.instant]);
  });
});

describe('A code', () => {
  it('is asked for by its name, and has its length', () => {
    expect(read(code('session'), 'bp')).toBe('bp');
    expect(read(code('session'), undefined)).toEqual([texts.required('session')]);
    expect(read(code('session'), 'x'.repeat(LONGEST.code))).toHaveLength(LONGEST.code);
    expect(read(code('session'), 'x'.repeat(LONGEST.code + 1))).toEqual([texts.tooLong(LONGEST.code)]);
  });
});

describe('A list', () => {
  const units = list('units', 2, { code: code('code') });
  const said = (value: unknown) => units.safeParse(value).error?.issues.map(({ message }) => message);
  it('is asked for by its name, and has its budget', () => {
    expect(said(undefined)).toEqual([texts.required('units')]);
    expect(said([{ code: 'U10' }, { code: 'U20' }])).toBeUndefined();
    expect(said([{ code: 'U10' }, { code: 'U20' }, { code: 'U30' }])).toHaveLength(1);
  });
});

describe('A mark', () => {
  it('comes as text or as a number', () => {
    expect([read(Mark, '12,5'), read(Mark, 12.5)]).toEqual(['12,5', '12.5']);
    expect(read(Mark, true)).toEqual([texts.markShape]);
    expect(read(Mark, '1'.repeat(LONGEST.mark + 1))).toHaveLength(1);
  });
});
