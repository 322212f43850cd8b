import { describe, expect, it } from 'vitest';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { aVerdict, type GivenUnit } from '../testing.ts';
import { freeze } from './freeze.ts';
import { keptMarks } from './keptMarks.ts';

const RULES = { keptFrom: 20, keptYears: 5, carriedIn: ['PROGRESSIVE'] } as const;
const of = (units: Readonly<Record<string, GivenUnit>>, form: 'GLOBAL' | 'PROGRESSIVE' = 'GLOBAL') =>
  freeze(aVerdict({ id: 'e' as EnrolmentId, number: 'N' }, units, { form }), Temporal.PlainDate.from('2024-07-01'));
const kept = (...given: Parameters<typeof of>) =>
  keptMarks(of(...given), RULES).map(({ unit, how, halfPoints, obtainedOn, until }) => [
    unit.id,
    how,
    halfPoints,
    `${obtainedOn}`,
    `${until}`,
  ]);

describe('What is kept for later', () => {
  it('is nothing of who is admitted', () => {
    expect(kept({ U10: 12 })).toEqual([]);
  });

  it('is 10 and more, five years from the deliberation, or from the day of a mark kept before', () => {
    expect(kept({ U10: 10, U20: 9.5, U30: { kept: 12, on: '2021-07-05' }, U40: 0 })).toEqual([
      ['U10', 'kept', 20, '2024-07-01', '2029-07-01'],
      ['U30', 'kept', 24, '2021-07-05', '2026-07-05'],
    ]);
  });

  it('of a 29 February is kept until the last of that month, where its year has no 29th', () => {
    expect(kept({ U10: { kept: 12, on: '2024-02-29' }, U20: 0 })).toEqual([
      ['U10', 'kept', 24, '2024-02-29', '2029-02-28'],
    ]);
  });

  it('is any mark in a form that carries lower ones, never a 0 for an absence, nor an exemption', () => {
    expect(
      kept(
        {
          U10: 10,
          U20: 9.5,
          U30: { code: 'excused' },
          U40: { code: 'exempt' },
          U50: { code: 'not-entered' },
          U60: { code: 'carried', halfPoints: 8 },
        },
        'PROGRESSIVE',
      ).map(([id, how]) => [id, how]),
    ).toEqual([
      ['U10', 'kept'],
      ['U20', 'carried'],
      ['U60', 'carried'],
    ]);
    const one = of({ U10: 5 });
    expect(keptMarks(one, { ...RULES, keptFrom: null })).toMatchObject([{ how: 'kept' }]);
  });

  it('is no optional unit', () => {
    const result = of({ U10: 5, U20: 12 });
    const optional = { ...result, units: result.units.map((unit) => ({ ...unit, optional: true })) };
    expect(keptMarks(optional, RULES)).toEqual([]);
  });
});
