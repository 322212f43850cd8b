import { describe, expect, it } from 'vitest';
import type { ExaminerRules } from '../../catalogue/index.ts';
import { quotaOf } from './quota.ts';

const sourced = { source: null, confidence: 'unknown' } as const;
const RULES: ExaminerRules = {
  board: { members: 3, teachers: 1, professionals: 2, ...sourced },
  hall: { members: 2, eachCandidates: 20, ...sourced },
  conveneDays: 30,
};

describe('How many a board should have', () => {
  it("is as the exam's rules say, orals and practicals alike", () => {
    expect(quotaOf(RULES, { held: 'oral', candidates: 90 })).toMatchObject({
      members: 3,
      teachers: 1,
      professionals: 2,
    });
    expect(quotaOf(RULES, { held: 'practical', candidates: 1 })).toMatchObject({ members: 3 });
  });

  it('is more where the order of a unit asks for more, never less, and of boards alone', () => {
    expect(quotaOf(RULES, { held: 'oral', candidates: 1 }, [4, 2])).toMatchObject({ members: 4, professionals: 2 });
    expect(quotaOf(RULES, { held: 'oral', candidates: 1 }, [2])).toMatchObject({ members: 3 });
    expect(quotaOf(null, { held: 'practical', candidates: 1 }, [3])).toEqual({
      members: 3,
      teachers: 0,
      professionals: 0,
    });
    expect(quotaOf(RULES, { held: 'written', candidates: 1 }, [9]).members).toBe(2);
  });

  it.each([
    [1, 2],
    [40, 2],
    [41, 3],
    [61, 4],
  ])('in a hall of %i candidates is %i', (candidates, members) => {
    expect(quotaOf(RULES, { held: 'written', candidates })).toEqual({ members, teachers: 0, professionals: 0 });
  });

  it('is the least of a hall where it doesn’t follow the candidates, and one person without rules', () => {
    const hall = { ...RULES.hall, eachCandidates: null };
    expect(quotaOf({ ...RULES, hall }, { held: 'written', candidates: 200 }).members).toBe(2);
    expect(quotaOf(null, { held: 'oral', candidates: 9 })).toEqual({ members: 1, teachers: 0, professionals: 0 });
  });
});
