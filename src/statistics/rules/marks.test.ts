import { expect, it } from 'vitest';
import { byPoint, spreadOf } from './marks.ts';

const PASS = 20;

it('the mean, the median, and who is under the mark that gives the unit', () => {
  // 5, 9.5, 9.5, 10, 16.
  const marks = new Map([
    [32, 1],
    [10, 1],
    [19, 2],
    [20, 1],
  ]);
  expect(spreadOf(marks, PASS)).toEqual({ scripts: 5, mean: 20, median: 19, under: 3, over: 2 });
});

it('of an even number of scripts, the median is half way between the two in the middle', () => {
  const marks = new Map([
    [10, 1],
    [25, 1],
  ]);
  expect(spreadOf(marks, PASS)).toEqual({ scripts: 2, mean: 17.5, median: 17.5, under: 1, over: 1 });
});

it('without a script there is neither mean nor median', () => {
  expect(spreadOf(new Map(), PASS)).toEqual({ scripts: 0, mean: null, median: null, under: 0, over: 0 });
});

it('half points go with their whole point, and 20 has a column of its own', () => {
  const points = byPoint(
    new Map([
      [0, 1],
      [1, 2],
      [19, 4],
      [20, 3],
      [39, 5],
      [40, 6],
    ]),
  );
  expect(points).toHaveLength(21);
  expect([points[0], points[9], points[10], points[19], points[20]]).toEqual([3, 4, 3, 5, 6]);
  expect(points.reduce((sum, one) => sum + one, 0)).toBe(21);
});
