import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { determined, protect, type Sum } from './protect.ts';

describe('Small numbers', () => {
  it('of 1 to 4 leave the table; 0 and 5 stay', () => {
    expect(protect([0, 1, 4, 5], [])).toEqual([0, 'small', 'small', 5]);
  });

  it('are never found again by taking the others from the sum', () => {
    // 20 = 3 + 7 + 10: the 7 goes too, since 20 - 10 - 7 would give the 3.
    expect(protect([20, 3, 7, 10], [[0, 1, 2, 3]])).toEqual([20, 'small', 'withheld', 10]);
  });

  it('hide at least five persons together', () => {
    // Two of 1 each: 2 together would say what they are.
    expect(protect([12, 1, 1, 10], [[0, 1, 2, 3]])).toEqual([12, 'small', 'small', 'withheld']);
    expect(protect([15, 2, 3, 10], [[0, 1, 2, 3]])).toEqual([15, 'small', 'small', 10]);
  });

  it('that are the whole of a line hide the line', () => {
    expect(protect([3, 3, 0], [[0, 1, 2]])).toEqual(['small', 'small', 0]);
    expect(protect([8, 4, 4], [[0, 1, 2]])).toEqual([8, 'small', 'small']);
  });

  it('whose only company is nobody hide the sum itself', () => {
    // 4 = 4 + 0, and 4 + 10 = 14 below: the sums of the columns.
    const cells = [4, 4, 0, 10, 10, 0, 14, 14, 0];
    const sums: readonly Sum[] = [
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
      [6, 0, 3],
      [7, 1, 4],
      [8, 2, 5],
    ];
    expect(protect(cells, sums)).toEqual(['small', 'small', 0, 'withheld', 'withheld', 0, 14, 14, 0]);
  });

  it('that several sums together would give hide one more of their company', () => {
    const { cells, sums } = tableOf([
      [6, 6, 0],
      [0, 0, 2],
      [0, 2, 8],
      [2, 6, 8],
    ]);
    expect(protect(cells, sums)).toEqual(
      [
        [12, 'withheld', 'withheld', 0],
        ['small', 0, 0, 'small'],
        ['withheld', 0, 'small', 'withheld'],
        [16, 'small', 'withheld', 8],
        [40, 'withheld', 'withheld', 18],
      ].flat(),
    );
  });

  it('take the smallest of the others with them, never a nobody', () => {
    expect(protect([42, 30, 0, 9, 3], [[0, 1, 2, 3, 4]])).toEqual([42, 30, 0, 'withheld', 'small']);
    expect(protect([42, 3, 0, 30, 9], [[0, 1, 2, 3, 4]])).toEqual([42, 'small', 0, 30, 'withheld']);
  });

  it('can’t be worked out from all the sums of a table, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat({ max: 12 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        (parts) => {
          const { cells, sums } = tableOf(parts);
          const shown = protect(cells, sums);
          cells.forEach((value, index) => {
            if (typeof shown[index] === 'number') expect(shown[index]).toBe(value);
            if (value > 0 && value < 5) expect(shown[index]).toBe('small');
          });
          const hidden = new Set(shown.flatMap((one, index) => (typeof one === 'number' ? [] : [index])));
          const given = determined(sums, hidden).filter((index) => shown[index] === 'small');
          expect(given.map((index) => freeCompany(index, cells, sums, hidden))).toEqual(given.map(() => []));
        },
      ),
    );
  });
});

/** Numbers of persons in its sums that could still be hidden: none are left where even so it is given. */
function freeCompany(
  index: number,
  cells: readonly number[],
  sums: readonly Sum[],
  hidden: ReadonlySet<number>,
): readonly number[] {
  return sums
    .filter((sum) => sum.includes(index))
    .flat()
    .filter((one) => !hidden.has(one) && (cells[one] ?? 0) > 0);
}

/** Each line with its sum before it, and the sums of the columns below. */
function tableOf(parts: readonly (readonly number[])[]): {
  readonly cells: readonly number[];
  readonly sums: readonly Sum[];
} {
  const width = (parts[0]?.length ?? 0) + 1;
  const lines = parts.map((line) => [line.reduce((sum, one) => sum + one, 0), ...line]);
  const total = Array.from({ length: width }, (_, column) => lines.reduce((sum, line) => sum + (line[column] ?? 0), 0));
  const all = [...lines, total];
  const ofLines = all.map(
    (_, row): Sum => [row * width, ...Array.from({ length: width - 1 }, (__, i) => row * width + 1 + i)],
  );
  const ofColumns = total.map(
    (_, column): Sum => [lines.length * width + column, ...lines.map((__, row) => row * width + column)],
  );
  return { cells: all.flat(), sums: [...ofLines, ...ofColumns] };
}

describe('What sums give away', () => {
  it('is a number alone in its sum, or the difference of two', () => {
    expect(determined([[0, 1, 2]], new Set([1]))).toEqual([1]);
    expect(determined([[0, 1, 2]], new Set([1, 2]))).toEqual([]);
    // a + b = 10 and a + b + c = 12: c is 2.
    expect(
      determined(
        [
          [3, 0, 1],
          [4, 0, 1, 2],
        ],
        new Set([0, 1, 2]),
      ),
    ).toEqual([2]);
  });
});
