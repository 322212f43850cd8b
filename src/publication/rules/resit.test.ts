import { describe, expect, it } from 'vitest';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { aVerdict, type GivenUnit } from '../testing.ts';
import { freeze } from './freeze.ts';
import { whyNotJudged } from './notJudged.ts';
import { unitsToResit } from './resit.ts';

const RULES = { keptFrom: 20 };
const of = (units: Readonly<Record<string, GivenUnit>>, form: 'GLOBAL' | 'PROGRESSIVE' = 'GLOBAL') =>
  freeze(aVerdict({ id: 'e' as EnrolmentId, number: 'N' }, units, { form }), Temporal.PlainDate.from('2024-07-01'));
const again = (...given: Parameters<typeof of>) => unitsToResit(of(...given), RULES).map(({ id }) => id);

describe('What is sat again in the globale form (D337-114)', () => {
  it('is what is below 10 or lacking, never an exemption nor what is kept', () => {
    expect(
      again({
        U10: 10,
        U20: 9.5,
        U30: { kept: 12, on: '2021-07-05' },
        U40: { code: 'exempt' },
        U50: 'left-out',
        U60: { code: 'absent' },
        U70: { code: 'excused' },
      }),
    ).toEqual(['U20', 'U50', 'U60', 'U70']);
  });

  it('leaves a mark carried from before where it is, unless it is too low or nobody knows it', () => {
    const result = of({ U10: 10, U20: 'left-out' });
    const carried = (halfPoints: number | null) =>
      unitsToResit(
        { ...result, units: result.units.slice(0, 1).map((unit) => ({ ...unit, outcome: 'carried', halfPoints })) },
        RULES,
      ).map(({ id }) => id);
    expect([carried(20), carried(19), carried(null)]).toEqual([[], ['U10'], ['U10']]);
  });

  it('is nothing of who is admitted, nor in the progressive form, where the candidate chooses', () => {
    expect(again({ U10: 10, U20: 10 })).toEqual([]);
    expect(again({ U10: 9, U20: 9 }, 'PROGRESSIVE')).toEqual([]);
    expect(unitsToResit({ ...of({ U10: 9, U20: 9 }), decision: 'ADMITTED' }, RULES)).toEqual([]);
    expect(unitsToResit(of({ U10: 9, U20: 'left-out' }), { keptFrom: null }).map(({ id }) => id)).toEqual(['U20']);
  });

  it('belongs to a decision: units are left to present in the progressive form alone', () => {
    expect(of({ U10: 9, U20: 'left-out' }).decision).toBe('REFUSED');
    const progressive = of({ U10: 9, U20: 'left-out' }, 'PROGRESSIVE');
    expect([progressive.decision, whyNotJudged(progressive)]).toEqual(['NOT_JUDGED', 'left']);
    const reserved = { ...progressive, units: progressive.units.map((unit) => ({ ...unit, why: 'reserve' as const })) };
    expect(whyNotJudged(reserved)).toBe('reserve');
    expect(whyNotJudged({ ...progressive, form: 'GLOBAL' })).toBe('unsaid');
    expect(whyNotJudged({ form: 'PROGRESSIVE', units: [] })).toBe('unsaid');
  });
});
