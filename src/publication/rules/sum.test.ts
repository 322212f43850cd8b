import { expect, it } from 'vitest';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { aVerdict } from '../testing.ts';
import { freeze } from './freeze.ts';
import { sumOf } from './sum.ts';

const DAY = Temporal.PlainDate.from('2024-07-01');
const enrolment = { id: 'e' as EnrolmentId, number: 'N' };

it('The sum is of what counts, by the coefficients of what has a mark, optional points added', () => {
  const result = freeze(
    aVerdict(enrolment, { U10: 12, U20: 8, U30: { code: 'exempt' } }, { coefficients: { U10: 3, U20: 2, U30: 4 } }),
    DAY,
  );
  expect(sumOf(result)).toEqual({ halfPoints: 104, divisor: 5 });
  const optional = {
    id: 'O',
    code: null,
    title: 'O',
    coefficient: 9,
    optional: true,
    outcome: 'mark',
    halfPoints: 26,
    points: 6,
    note: 'optional-above-ten',
    beforeJury: null,
    obtainedOn: null,
    ground: null,
    why: null,
  } as const;
  expect(sumOf({ ...result, units: [...result.units, optional] })).toEqual({ halfPoints: 110, divisor: 5 });
  expect(sumOf(freeze(aVerdict(enrolment, { U10: { code: 'absent' } }), DAY))).toBeNull();
});
