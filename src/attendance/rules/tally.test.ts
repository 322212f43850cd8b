import { expect, it } from 'vitest';
import { isSeen, SIGHTS, tallyOf } from './tally.ts';

const present = { state: 'present', minutes: null, other: null } as const;
const seats = [
  present,
  { ...present, other: { state: 'absent', minutes: null } },
  { state: 'late', minutes: 5, other: null },
  { state: 'absent', minutes: null, other: null },
  { state: 'absent', minutes: null, other: null },
  { state: 'none', minutes: null, other: null },
] as const;

it('seats are counted by what was said of them', () => {
  expect(tallyOf(seats)).toEqual({ expected: 6, present: 2, late: 1, absent: 2, none: 1, disputed: 1 });
  expect(tallyOf([])).toEqual({ expected: 0, present: 0, late: 0, absent: 0, none: 0, disputed: 0 });
});

it('the head looks at all, or at those who want a look', () => {
  const seen = SIGHTS.map((sight) => [sight, seats.filter((one) => isSeen(one, sight)).length]);
  expect(seen).toEqual([
    ['tous', 6],
    ['absents', 3],
    ['a-pointer', 1],
    ['contredits', 1],
  ]);
});
