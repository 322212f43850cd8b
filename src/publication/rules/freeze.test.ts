import { describe, expect, it } from 'vitest';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { aVerdict } from '../testing.ts';
import { freeze } from './freeze.ts';

const enrolment = { id: 'e' as EnrolmentId, number: 'BP24-00001-A' };
const DAY = Temporal.PlainDate.from('2024-07-01');

describe('What is frozen of a verdict', () => {
  it('is its decision, its average and each unit as it counts, with where it comes from', () => {
    const verdict = aVerdict(
      enrolment,
      { U10: 12.5, U20: { kept: 14, on: '2022-07-04' }, U30: { code: 'exempt' } },
      { coefficients: { U10: 3 }, juryPoints: [{ unit: 'U10', before: 24, after: 25, reason: 'secret' }] },
    );
    const result = freeze(verdict, DAY);
    expect(result).toMatchObject({
      number: 'BP24-00001-A',
      speciality: '45033608',
      form: 'GLOBAL',
      decision: 'ADMITTED',
      average: { numerator: 103, denominator: 8 },
      professionalAverage: null,
      record: 'PV 2024-012',
      decidedOn: '2024-07-01',
      addition: 0,
    });
    expect(result.units).toEqual([
      {
        id: 'U10',
        code: 'E10',
        title: 'Épreuve U10',
        coefficient: 3,
        optional: false,
        outcome: 'mark',
        halfPoints: 25,
        points: 75,
        note: 'mark',
        beforeJury: 24,
        obtainedOn: null,
        ground: null,
        why: null,
      },
      expect.objectContaining({
        id: 'U20',
        outcome: 'kept',
        halfPoints: 28,
        points: 28,
        beforeJury: null,
        obtainedOn: '2022-07-04',
      }),
      expect.objectContaining({ id: 'U30', outcome: 'exempt', halfPoints: null, points: null, note: 'exempt' }),
    ]);
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  it('names a unit whose line the judgement lacks by what happened to it', () => {
    const verdict = aVerdict(enrolment, { U10: 12 });
    const { account } = verdict;
    const bare = { ...verdict, account: { ...account, judgement: { ...account.judgement, lines: [] } } };
    expect(freeze(bare, DAY).units[0]).toMatchObject({ halfPoints: null, points: null, note: 'mark' });
  });
});
