import { describe, expect, it } from 'vitest';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { aVerdict, type GivenUnit } from '../testing.ts';
import { differences } from './differences.ts';
import { freeze } from './freeze.ts';

const of = (units: Readonly<Record<string, GivenUnit>>, more: Parameters<typeof aVerdict>[2] = {}) =>
  freeze(aVerdict({ id: 'e' as EnrolmentId, number: 'N' }, units, more), Temporal.PlainDate.from('2024-07-01'));

describe('What a later publication changes', () => {
  it('is nothing where only the record’s addition differs', () => {
    expect(differences(of({ U10: 12 }), of({ U10: 12 }, { addition: 1, record: 'PV 2024-013' }))).toEqual([]);
  });

  it('is the decision, the average and each unit that counts otherwise', () => {
    expect(differences(of({ U10: 9, U20: 10 }), of({ U10: 11, U20: 10 }))).toEqual([
      { what: 'decision', before: 'REFUSED', after: 'ADMITTED' },
      { what: 'average', before: '9.50', after: '10.50' },
      {
        what: 'unit',
        title: 'Épreuve U10',
        before: { outcome: 'mark', halfPoints: 18, coefficient: 1 },
        after: { outcome: 'mark', halfPoints: 22, coefficient: 1 },
      },
    ]);
  });

  it('is an average that comes or goes, a coefficient, a unit more or less', () => {
    expect(differences(of({ U10: { code: 'absent' } }), of({ U10: { code: 'excused' } }))).toEqual([
      { what: 'average', before: null, after: '0.00' },
      expect.objectContaining({ what: 'unit' }),
    ]);
    expect(differences(of({ U10: 12 }), of({ U10: 12 }, { coefficients: { U10: 2 } }))).toEqual([
      expect.objectContaining({ what: 'unit', after: { outcome: 'mark', halfPoints: 24, coefficient: 2 } }),
    ]);
    expect(differences(of({ U10: 12 }), of({ U10: 12, U20: 12 }))).toEqual([
      { what: 'unit', title: 'Épreuve U20', before: null, after: expect.objectContaining({ halfPoints: 24 }) },
    ]);
    expect(differences(of({ U10: 12, U20: 12 }), of({ U10: 12 }))).toEqual([
      { what: 'unit', title: 'Épreuve U20', before: expect.objectContaining({ halfPoints: 24 }), after: null },
    ]);
  });
});
