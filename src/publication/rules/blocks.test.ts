import { expect, it } from 'vitest';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { aVerdict, type GivenUnit } from '../testing.ts';
import { blocksOf } from './blocks.ts';
import { freeze } from './freeze.ts';

const of = (units: Readonly<Record<string, GivenUnit>>) =>
  freeze(aVerdict({ id: 'e' as EnrolmentId, number: 'N' }, units), Temporal.PlainDate.from('2024-07-01'));

it('A certificate of blocks bears the units at 10 or more of who isn’t admitted', () => {
  const result = of({
    U10: 10,
    U20: 9.5,
    U30: { kept: 12, on: '2021-07-05' },
    U40: 0,
    U50: { code: 'exempt' },
    U60: { code: 'excused' },
    U70: { code: 'carried', halfPoints: 20 },
  });
  expect(blocksOf({ ...result, decision: 'REFUSED' }).map(({ id }) => id)).toEqual(['U10', 'U30']);
  expect(blocksOf({ ...result, decision: 'ADMITTED' })).toEqual([]);
  const optional = result.units.map((unit) => ({ ...unit, optional: true }));
  expect(blocksOf({ decision: 'NOT_JUDGED', units: optional })).toEqual([]);
});
