import { describe, expect, it } from 'vitest';
import { queryOf, readPageNumber } from './query.ts';

describe('An address of several pages', () => {
  it('leaves out what is empty', () => {
    expect(queryOf({ a: 1, b: '', c: null, d: undefined, e: 'é' })).toBe('?a=1&e=%C3%A9');
    expect(queryOf({ a: null })).toBe('');
  });
  it('counts pages from 1', () => {
    expect(['1', '2', '10', '345', '99999'].map(readPageNumber)).toEqual([1, 2, 10, 345, 99_999]);
    expect([undefined, '', '0', '-2', '01', '2x', 'x2', '100000', '1.5'].map(readPageNumber)).toEqual(Array(9).fill(1));
  });
  it('is the first where nothing was asked for, or nonsense', () => {
    expect(['0', '-1', '1e9', 'x', undefined].map(readPageNumber)).toEqual([1, 1, 1, 1, 1]);
  });
  it.each([
    ['1', 1],
    ['2', 2],
    ['10', 10],
    ['12345', 12345],
    ['123456', 1],
    ['2x', 1],
    ['x2', 1],
  ])('reads %s as a page', (typed, page) => {
    expect(readPageNumber(typed)).toBe(page);
  });
  it('leaves out of an address what is empty, and keeps a zero', () => {
    expect(queryOf({ a: undefined, b: null, c: '', d: 0, e: 'é f' })).toBe('?d=0&e=%C3%A9+f');
    expect(queryOf({ a: undefined })).toBe('');
  });
});
