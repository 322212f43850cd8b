import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, type JudgedUnit, judgeAverage as judgeBy, type UnitResult } from './average.ts';

const TEN = { average: 20, professional: null };
const judgeAverage = (units: readonly JudgedUnit[]) => judgeBy(units, TEN);

const unit = (id: string, coefficient: number | null, outcome: UnitResult, optional = false): JudgedUnit => ({
  id,
  coefficient,
  optional,
  outcome,
});
const marked = (id: string, coefficient: number, mark: number): JudgedUnit =>
  unit(id, coefficient, { code: 'mark', halfPoints: 2 * mark });

const outcome: fc.Arbitrary<UnitResult> = fc.oneof(
  fc.record({
    code: fc.constantFrom<'mark' | 'kept' | 'carried'>('mark', 'kept', 'carried'),
    halfPoints: fc.integer({ min: 0, max: 40 }),
  }),
  fc.constantFrom<UnitResult>({ code: 'exempt' }, { code: 'excused' }),
);
const compulsory = fc
  .array(fc.record({ coefficient: fc.integer({ min: 1, max: 12 }), outcome }), { minLength: 1, maxLength: 12 })
  .map((list) => list.map((one, index) => unit(`U${index}`, one.coefficient, one.outcome)));
const optionalMark = fc.integer({ min: 0, max: 40 });

describe('La moyenne (D337-114 et D337-115)', () => {
  it('is weighted over what is presented, kept and carried, and passes at 10 exactly', () => {
    const judged = judgeAverage([marked('U10', 6, 8), marked('U20', 6, 12)]);
    expect(judged).toMatchObject({ outcome: 'PASSED', average: { numerator: 10, denominator: 1 } });
    const below = judgeAverage([marked('U10', 6, 8), marked('U20', 5, 12), marked('U30', 1, 11.5)]);
    expect(below).toMatchObject({ outcome: 'FAILED', average: { numerator: 239, denominator: 24 } });
  });

  it('leaves out the coefficient of an exempted unit, and keeps kept and carried marks in', () => {
    const judged = judgeAverage([
      unit('U10', 5, { code: 'exempt' }),
      unit('U20', 2, { code: 'kept', halfPoints: 30 }),
      unit('U30', 1, { code: 'carried', halfPoints: 12 }),
    ]);
    expect(judged.average).toEqual({ numerator: 12, denominator: 1 });
    expect(judged.lines.map(({ note, halfPoints }) => [note, halfPoints])).toEqual([
      ['exempt', null],
      ['kept', 60],
      ['carried', 12],
    ]);
  });

  it('« Déclaré absent »: the diploma can’t be delivered; force majeure is a 0 (D337-116)', () => {
    expect(judgeAverage([marked('U10', 1, 20), unit('U20', 1, { code: 'absent' })])).toMatchObject({
      outcome: 'FAILED',
      average: null,
    });
    expect(judgeAverage([marked('U10', 1, 20), unit('U20', 1, { code: 'excused' })])).toMatchObject({
      outcome: 'PASSED',
      average: { numerator: 10, denominator: 1 },
    });
  });

  it('is not judged before every unit is presented or exempted, even after an absence', () => {
    const judged = judgeAverage([unit('U10', 1, { code: 'absent' }), unit('U20', 1, { code: 'not-entered' })]);
    expect(judged).toMatchObject({ outcome: 'NOT_JUDGED', average: null, missing: [{ id: 'U20', what: 'mark' }] });
  });

  it('names the coefficient that no source gives, and invents none', () => {
    const judged = judgeAverage([marked('U10', 1, 20), unit('U20', null, { code: 'mark', halfPoints: 40 })]);
    expect(judged).toMatchObject({
      outcome: 'NOT_JUDGED',
      average: null,
      missing: [{ id: 'U20', what: 'coefficient' }],
    });
    expect(judgeAverage([marked('U10', 1, 20), unit('U20', null, { code: 'exempt' })]).outcome).toBe('PASSED');
    expect(judgeAverage([unit('U10', null, { code: 'absent' })])).toMatchObject({ outcome: 'FAILED' });
  });

  it('of who is exempted of all the units is none, and nothing bars the diploma (D337-110)', () => {
    expect(judgeAverage([unit('U10', 5, { code: 'exempt' })])).toMatchObject({ outcome: 'PASSED', average: null });
  });

  it('counts of an optional unit the points above 10 only, outside the divisor', () => {
    const with15 = judgeAverage([marked('U10', 2, 9), unit('UF', null, { code: 'mark', halfPoints: 30 }, true)]);
    expect(with15).toMatchObject({ outcome: 'PASSED', average: { numerator: 23, denominator: 2 } });
    for (const code of ['absent', 'excused', 'not-entered', 'exempt'] as const)
      expect(judgeAverage([marked('U10', 2, 11), unit('UF', null, { code }, true)])).toMatchObject({
        outcome: 'PASSED',
        average: { numerator: 11, denominator: 1 },
        missing: [],
      });
    const low = judgeAverage([marked('U10', 2, 11), unit('UF', null, { code: 'mark', halfPoints: 20 }, true)]);
    expect(low.lines[1]).toMatchObject({ halfPoints: 0, note: 'optional-without-effect' });
  });

  it('bars the diploma below an eliminating mark, where a regulation has one', () => {
    const barred = (mark: number) =>
      judgeAverage([{ ...marked('U10', 1, mark), eliminatingBelow: 20 }, marked('U20', 3, 20)]).outcome;
    expect([barred(9.5), barred(10)]).toEqual(['FAILED', 'PASSED']);
  });

  it('equals a second, naïve account in whole numbers', () => {
    fc.assert(
      fc.property(compulsory, fc.option(optionalMark), (units, extra) => {
        const optional = extra === null ? [] : [unit('UF', null, { code: 'mark', halfPoints: extra }, true)];
        const { average, outcome: decided } = judgeAverage([...units, ...optional]);
        let points = 0n;
        let divisor = 0n;
        for (const { coefficient, outcome: one } of units) {
          if (one.code === 'exempt') continue;
          divisor += BigInt(coefficient ?? 0);
          points += BigInt(coefficient ?? 0) * ('halfPoints' in one ? BigInt(one.halfPoints) : 0n);
        }
        if (extra !== null && extra > 20) points += BigInt(extra - 20);
        if (divisor === 0n) expect(average).toBeNull();
        else {
          expect(BigInt(average?.numerator ?? -1) * 2n * divisor).toBe(points * BigInt(average?.denominator ?? 0));
          expect(decided).toBe(points >= 20n * divisor ? 'PASSED' : 'FAILED');
        }
      }),
    );
  });

  it('never depends on the mark of an exempted unit, nor is ever lowered by an optional one', () => {
    fc.assert(
      fc.property(compulsory, optionalMark, (units, extra) => {
        const plain = judgeAverage(units);
        const more = judgeAverage([...units, unit('UF', null, { code: 'mark', halfPoints: extra }, true)]);
        const value = ({ average }: typeof plain) => (average === null ? 0 : average.numerator / average.denominator);
        expect(value(more)).toBeGreaterThanOrEqual(value(plain));
        if (plain.outcome === 'PASSED') expect(more.outcome).toBe('PASSED');
      }),
    );
  });
});

describe('La moyenne des unités professionnelles (D337-16)', () => {
  const TWO = { average: 20, professional: 20 };
  const trade = (id: string, coefficient: number, mark: number): JudgedUnit => ({
    ...marked(id, coefficient, mark),
    professional: true,
  });

  it('must be reached too, and lets no general unit make up for it', () => {
    const units = [trade('UP1', 8, 9.5), trade('UP2', 4, 10), marked('UG1', 3, 16)];
    const judged = judgeBy(units, TWO);
    expect(judged).toMatchObject({ outcome: 'FAILED', professionalAverage: { numerator: 29, denominator: 3 } });
    expect(judged.average).toEqual({ numerator: 164, denominator: 15 });
    expect(judgeBy(units, TEN)).toMatchObject({ outcome: 'PASSED', professionalAverage: null });
  });

  it('asks no ten in each unit, and doesn’t make up for the general one', () => {
    expect(judgeBy([trade('UP1', 8, 9), trade('UP2', 4, 12)], TWO).outcome).toBe('PASSED');
    expect(judgeBy([trade('UP1', 1, 10), marked('UG1', 3, 9)], TWO).outcome).toBe('FAILED');
  });

  it('leaves exempted units out, gains nothing by an optional one, and bars nobody where all of them are exempted', () => {
    const exempt = { ...unit('UP1', 8, { code: 'exempt' }), professional: true };
    expect(judgeBy([exempt, trade('UP2', 4, 11), marked('UG1', 3, 10)], TWO).professionalAverage).toEqual({
      numerator: 11,
      denominator: 1,
    });
    const extra = unit('UF', null, { code: 'mark', halfPoints: 40 }, true);
    expect(judgeBy([trade('UP1', 1, 9.5), marked('UG1', 1, 10), extra], TWO)).toMatchObject({ outcome: 'FAILED' });
    expect(judgeBy([exempt, marked('UG1', 3, 10)], TWO)).toMatchObject({
      outcome: 'PASSED',
      professionalAverage: null,
    });
  });

  it('passes at the marks that the exam says, not at ten by itself', () => {
    expect(judgeBy([trade('UP1', 1, 11)], { average: 20, professional: 24 }).outcome).toBe('FAILED');
    expect(judgeBy([trade('UP1', 1, 11)], { average: 24, professional: null }).outcome).toBe('FAILED');
    expect(judgeBy([trade('UP1', 1, 12)], { average: 24, professional: 24 }).outcome).toBe('PASSED');
  });
});

describe('The average in decimals', () => {
  it('has two, half up, and never says 10.00 of who failed', () => {
    expect(decimal({ numerator: 365, denominator: 32 })).toBe('11.41');
    expect(decimal({ numerator: 10, denominator: 1 })).toBe('10.00');
    expect(decimal({ numerator: 9999, denominator: 1000 })).toBe('9.99');
    expect(decimal({ numerator: 0, denominator: 1 })).toBe('0.00');
    expect(decimal({ numerator: 20, denominator: 1 })).toBe('20.00');
    expect(decimal({ numerator: 401, denominator: 40 })).toBe('10.03');
  });
});

describe('The line of each unit', () => {
  const line = (one: JudgedUnit) => judgeAverage([one]).lines[0];
  it.each<[string, JudgedUnit, readonly [number | null, number | null, string]]>([
    ['a mark', unit('U', 3, { code: 'mark', halfPoints: 25 }), [25, 75, 'mark']],
    ['kept', unit('U', 3, { code: 'kept', halfPoints: 25 }), [25, 75, 'kept']],
    ['carried', unit('U', 3, { code: 'carried', halfPoints: 15 }), [15, 45, 'carried']],
    ['exempted', unit('U', 3, { code: 'exempt' }), [null, null, 'exempt']],
    ['absent', unit('U', 3, { code: 'absent' }), [null, null, 'absent']],
    ['excused', unit('U', 3, { code: 'excused' }), [0, 0, 'excused']],
    ['left for later', unit('U', 3, { code: 'not-entered' }), [null, null, 'not-entered']],
    ['of an unknown coefficient', unit('U', null, { code: 'mark', halfPoints: 25 }), [25, null, 'coefficient-unknown']],
    ['optional above ten', unit('U', null, { code: 'mark', halfPoints: 25 }, true), [25, 5, 'optional-above-ten']],
    ['optional at ten', unit('U', null, { code: 'mark', halfPoints: 20 }, true), [20, 0, 'optional-without-effect']],
    ['optional, absent', unit('U', null, { code: 'absent' }, true), [null, 0, 'absent']],
    [
      'under an eliminating mark',
      { ...unit('U', 3, { code: 'mark', halfPoints: 9 }), eliminatingBelow: 10 },
      [9, 27, 'eliminating'],
    ],
    ['at it', { ...unit('U', 3, { code: 'mark', halfPoints: 10 }), eliminatingBelow: 10 }, [10, 30, 'mark']],
  ])('%s', (_, judged, [halfPointMark, halfPoints, note]) => {
    const { id, coefficient, optional } = judged;
    expect(line(judged)).toEqual({ id, coefficient, optional, professional: false, halfPointMark, halfPoints, note });
  });
});
