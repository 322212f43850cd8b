import { describe, expect, it } from 'vitest';
import type { Mark } from '../marks.ts';
import { standingMarks } from './standingMarks.ts';

const given = (halfPoints: number): Mark => ({ code: 'mark', halfPoints });
const [absent, excused, exempt] = (['absent', 'excused', 'exempt'] as const).map((code): Mark => ({ code }));
const stands = (first: Mark | undefined, again: Mark | undefined): Mark | undefined => {
  const of = (unit: string, mark: Mark | undefined) => (mark === undefined ? [] : [{ enrolmentId: 'one', unit, mark }]);
  const other = { enrolmentId: 'other', unit: 'U20', mark: { code: 'absent' } } as const;
  const [one, ...others] = standingMarks([...of('U20', first), ...of('U20-R', again), other]).filter(
    ({ enrolmentId }) => enrolmentId === 'one',
  );
  expect(others).toEqual([]);
  return one?.mark;
};

describe('What stands of a unit that was sat again', () => {
  it('is the mark of the replacement test, whatever absence it replaces', () => {
    for (const first of [absent, excused]) expect(stands(first, given(22))).toEqual(given(22));
    expect(stands(absent, excused)).toEqual(excused);
    expect(stands(excused, exempt)).toEqual(exempt);
  });

  it('is the first absence where they were absent again, or where nothing is marked yet', () => {
    for (const first of [absent, excused]) {
      expect(stands(first, absent)).toEqual(first);
      expect(stands(first, undefined)).toEqual(first);
    }
  });

  it('is never another mark than that of the first test, nor one before the first is known', () => {
    for (const first of [given(8), exempt]) expect(stands(first, given(30))).toEqual(first);
    expect(stands(undefined, given(30))).toBeUndefined();
  });

  it('replaces nothing of anybody else', () => {
    expect(
      standingMarks([
        { enrolmentId: 'one', unit: 'U20-R', mark: given(22) },
        { enrolmentId: 'other', unit: 'U20', mark: { code: 'absent' } },
        { enrolmentId: 'one', unit: 'U10', mark: { code: 'absent' } },
      ]).map(({ mark }) => mark.code),
    ).toEqual(['absent', 'absent']);
  });
});
