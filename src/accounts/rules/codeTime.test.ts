import { describe, expect, it } from 'vitest';
import { judgeCode, stepAt, stepsAround } from './codeTime.ts';

describe('The code of an application', () => {
  const judge = (offset: number | null, last = 0): string =>
    judgeCode(offset === null ? null : 1000 + offset, 1000, last);

  it('is taken in its thirty seconds, in those before and in those after', () => {
    expect([-1, 0, 1].map((offset) => judge(offset))).toEqual(['good', 'good', 'good']);
  });

  it('says that it ended, or that the telephone is ahead', () => {
    expect([judge(-2), judge(-20), judge(2), judge(20), judge(null)]).toEqual([
      'expired',
      'expired',
      'ahead',
      'ahead',
      'wrong',
    ]);
  });

  it('serves once, and then no earlier one either', () => {
    expect([judge(0, 1000), judge(-1, 1000), judge(1, 1000), judge(1, 1001)]).toEqual(['used', 'used', 'good', 'used']);
  });

  it('is looked for ten minutes each way, the nearest first', () => {
    expect(stepsAround(100).slice(0, 5)).toEqual([100, 99, 101, 98, 102]);
    expect(stepsAround(100)).toHaveLength(41);
    expect(new Set(stepsAround(100)).size).toBe(41);
  });

  it('changes at each half minute', () => {
    expect(
      [29.999, 30, 59.999, 60].map((second) => stepAt(Temporal.Instant.fromEpochMilliseconds(second * 1000))),
    ).toEqual([0, 1, 1, 2]);
  });
});
