import { describe, expect, it } from 'vitest';
import { doubtOf, judgeSheet, readBeside, type SheetReading } from './sheetReading.ts';

const latest = { reference: 'BP24-00127-K-C2', version: 2, pages: 2 };
const of = (reference: string, ...pages: readonly number[]) => pages.map((page) => ({ reference, page }));

describe('The square codes of a signed confirmation', () => {
  it('are those of all pages of the last version, in whatever order and however often', () => {
    expect(judgeSheet(of('BP24-00127-K-C2', 2, 1, 2), latest)).toEqual({
      state: 'whole',
      version: 2,
      pages: [1, 2],
      missing: [],
      empty: null,
    });
  });
  it('leave a page out', () => {
    expect(judgeSheet(of('BP24-00127-K-C2', 2), latest)).toEqual({
      state: 'partial',
      version: 2,
      pages: [2],
      missing: [1],
      empty: null,
    });
  });
  it('are of an older version, be it one page of it', () => {
    const older = { state: 'older', version: 1, pages: [1], missing: [], empty: null };
    expect(judgeSheet(of('BP24-00127-K-C1', 1), latest)).toEqual(older);
    expect(judgeSheet([...of('BP24-00127-K-C2', 1, 2), ...of('BP24-00127-K-C1', 1)], latest)).toEqual(older);
    expect(judgeSheet(of('BP24-00127-K-C12', 1), latest)).toMatchObject({ state: 'older', version: 12 });
  });
  it('are of another enrolment, or of another paper of the same', () => {
    const other = { state: 'other', version: null, pages: [], missing: [], empty: null };
    for (const reference of ['BP24-00128-K-C2', 'BP24-00127-K-P2'])
      expect(judgeSheet([...of('BP24-00127-K-C2', 1), ...of(reference, 1)], latest)).toEqual(other);
  });
  it('are none', () => {
    expect(judgeSheet([], latest)).toEqual({ state: 'none', version: null, pages: [], missing: [], empty: null });
  });
  it('say which boxes hold no ink, of the last version only', () => {
    const empty = ['Signature du candidat'];
    expect(judgeSheet(of('BP24-00127-K-C2', 1, 2), latest, empty).empty).toBe(empty);
    expect(judgeSheet(of('BP24-00127-K-C1', 1), latest, empty).empty).toBeNull();
  });
  it('are read with those of the other files: a page may be photographed alone', () => {
    const one = judgeSheet(of('BP24-00127-K-C2', 2), latest);
    const other = judgeSheet(of('BP24-00127-K-C2', 1), latest);
    const older = judgeSheet(of('BP24-00127-K-C1', 1), latest);
    expect(readBeside(one, [one])).toEqual(one);
    expect(readBeside(one, [other, one])).toEqual({ ...one, state: 'whole', missing: [] });
    expect(readBeside(one, [older, one])).toEqual(one);
    expect(readBeside(older, [other])).toBe(older);
  });
});

describe('What a machine doubts of the files that count', () => {
  const read = (empty: readonly string[] | null, ...pages: readonly number[]): SheetReading =>
    judgeSheet(of('BP24-00127-K-C2', ...pages), latest, empty);
  const older = judgeSheet(of('BP24-00127-K-C1', 1, 2), latest);
  const other = judgeSheet(of('BP24-00128-K-C2', 1), latest);
  const none = judgeSheet([], latest);
  const box = ['Signature du candidat'];

  it('is an old version, somebody else’s sheet, an empty box', () => {
    expect(doubtOf([older])).toEqual({ is: 'older', version: 1 });
    expect(doubtOf([older, other])).toEqual({ is: 'other' });
    expect(doubtOf([read(box, 1, 2)])).toEqual({ is: 'empty', boxes: box });
  });
  it('is nothing of a code that wasn’t read, nor of a page that wasn’t', () => {
    expect(doubtOf([])).toBeNull();
    expect(doubtOf([none])).toBeNull();
    expect(doubtOf([read([], 2)])).toBeNull();
    expect(doubtOf([read(null, 1, 2)])).toBeNull();
  });
  it('ends with one good file, whatever lies beside it', () => {
    expect(doubtOf([older, other, read([], 1, 2)])).toBeNull();
    expect(doubtOf([read([], 1, 2), older])).toBeNull();
    expect(doubtOf([read(box, 1, 2), read([], 2)])).toBeNull();
    // The first page alone holds no box: it signs nothing.
    expect(doubtOf([read(box, 1, 2), read([], 1)])).toEqual({ is: 'empty', boxes: box });
    expect(doubtOf([read([], 1, 2), read(box, 1, 2)])).toEqual({ is: 'empty', boxes: box });
  });
});
