import { expect, it } from 'vitest';
import { type Counted, countsByKey, passRate, sumOf } from './counts.ts';

const row = (given: Partial<Counted>): Counted => ({
  key: 'A',
  decision: null,
  absent: false,
  people: 1,
  blocks: 0,
  ...given,
});

it('each candidate is without a result, absent, or present with what was decided', () => {
  const counts = countsByKey(
    [
      row({ people: 7 }),
      row({ decision: 'REFUSED', absent: true, people: 2 }),
      row({ decision: 'ADMITTED', people: 30 }),
      row({ decision: 'REFUSED', people: 10, blocks: 6 }),
      row({ decision: 'NOT_JUDGED', people: 3, blocks: 1 }),
    ],
    (key) => key,
  );
  expect([...counts]).toEqual([
    [
      'A',
      {
        enrolled: 52,
        withoutResult: 7,
        absent: 2,
        present: 43,
        admitted: 30,
        refused: 10,
        notJudged: 3,
        blocks: 7,
      },
    ],
  ]);
});

it('several keys may stand for one line', () => {
  const rows = [row({ key: '63000', people: 2 }), row({ key: '63100', people: 3 }), row({ key: '03000', people: 4 })];
  const counts = countsByKey(rows, (key) => key.slice(0, 2));
  expect([...counts].map(([key, { enrolled }]) => [key, enrolled])).toEqual([
    ['63', 5],
    ['03', 4],
  ]);
  expect(sumOf([...counts.values()])).toMatchObject({ enrolled: 9, withoutResult: 9, present: 0 });
});

it('the rate counts the admitted among those who were present and judged, to a tenth; of fewer than five none is said', () => {
  expect(passRate({ admitted: 4, refused: 2 })).toBe(66.7);
  expect(passRate({ admitted: 0, refused: 5 })).toBe(0);
  expect(passRate({ admitted: 5, refused: 0 })).toBe(100);
  for (const few of [0, 1, 4]) expect(passRate({ admitted: few, refused: 0 }), `${few}`).toBeNull();
});
