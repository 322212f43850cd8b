import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Regulation } from '../../catalogue/index.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import {
  type Correspondence,
  correspond,
  isOfFormerRegulation,
  type NewMark,
  type OldMark,
  type OldMarks,
  originsOf,
  tablesOf,
} from './correspondence.ts';

const day = Temporal.PlainDate.from;
const catalogue = await shippedCatalogue();
const regulation = (cfd: string, year: number): Regulation => {
  const found = catalogue.regulation(cfd, year);
  if (found === undefined) throw new Error(`No regulation ${cfd}`);
  return found;
};
const coiffure = regulation('45033608', 2024);
const boulanger = regulation('45022108', 2024);
const FROM_1997 = 'règlement de 1997 vers règlement de 2012';
const OPTION_A = 'option A styliste-visagiste';
const OPTION_B = 'option B coloriste-permanentiste';

const held = (halfPoints: number, coefficient: number | null = null, obtainedOn = '2012-07-04'): OldMark => ({
  halfPoints,
  coefficient,
  obtainedOn: day(obtainedOn),
});
const asked = (table: string, marks: Readonly<Record<string, OldMark>>, changes: Partial<OldMarks> = {}): OldMarks => ({
  table,
  marks: new Map(Object.entries(marks)),
  form: 'PROGRESSIVE',
  keptMarkYears: 5,
  neededOn: day('2014-06-01'),
  ...changes,
});
const resultIn = (found: Correspondence, unit: string): NewMark | undefined =>
  found.known ? found.lines.find((line) => line.unit === unit)?.result : undefined;
const baker = (marks: Readonly<Record<string, OldMark>>, changes: Partial<OldMarks> = {}, unit = 'U41') =>
  resultIn(correspond(boulanger, asked(FROM_1997, marks, changes)), unit);

describe('Boulanger, arrêté du 15 février 2012, annexe V', () => {
  it('leads each old unit where the table says, and says what has no counterpart', () => {
    const found = correspond(boulanger, asked(FROM_1997, { U10: held(24), U41: held(30) }));
    expect(found.known && found.lines.map(({ unit, from }) => [unit, from.join('+')])).toEqual([
      ['U10', 'U10'],
      ['U20', 'U20'],
      ['U30', 'U30'],
      ['U41', 'U42+U43'],
      ['U42', ''],
      ['U50', 'U50'],
      ['U60', ''],
      ['UF', 'UF'],
    ]);
    expect(found.known && found.withoutCounterpart).toEqual(['U41']);
    expect(found.source).toBe('Arrêté du 15 février 2012, annexe V');
    for (const unit of ['U42', 'U60']) expect(resultIn(found, unit)).toEqual({ code: 'sit', why: 'no-origin' });
    expect(resultIn(found, 'U20')).toEqual({ code: 'sit', why: 'no-mark' });
  });

  it('« la note obtenue est reportée » one to one, with the new coefficient and its own five years', () => {
    expect(baker({ U10: held(25, null, '2012-07-04') }, {}, 'U10')).toEqual({
      code: 'kept',
      why: 'one-to-one',
      mark: { numerator: 25, denominator: 2 },
      coefficient: boulanger.units.find(({ id }) => id === 'U10')?.coefficient,
      obtainedOn: day('2012-07-04'),
      lastDay: day('2017-07-04'),
    });
    expect(baker({ U10: held(19) }, {}, 'U10')).toMatchObject({ code: 'carried', mark: { numerator: 19 } });
    expect(baker({ U10: held(19) }, { form: 'GLOBAL' }, 'U10')).toEqual({ code: 'sit', why: 'below-ten' });
  });

  it('U42 and U43 give U41 the mean weighted by the OLD coefficients, not rounded', () => {
    const merged = baker({ U42: held(24, 2), U43: held(23, 1) });
    expect(merged).toMatchObject({ code: 'kept', why: 'merged', mark: { numerator: 71, denominator: 6 } });
    expect(merged).toMatchObject({ coefficient: boulanger.units.find(({ id }) => id === 'U41')?.coefficient });
  });

  it('in the progressive form, a mean of 10 or more is kept and a lower one carried', () => {
    expect(baker({ U42: held(26, 1), U43: held(14, 1) })).toMatchObject({ code: 'kept', mark: { numerator: 10 } });
    expect(baker({ U42: held(26, 1), U43: held(14, 2) })).toMatchObject({
      code: 'carried',
      mark: { numerator: 9, denominator: 1 },
    });
  });

  it('in the globale form only marks of 10 or more are merged; with a single one, the office judges', () => {
    const globale = { form: 'GLOBAL' } as const;
    expect(baker({ U42: held(24, 1), U43: held(20, 3) }, globale)).toMatchObject({ mark: { numerator: 21 } });
    expect(baker({ U42: held(24, 1), U43: held(19, 3) }, globale)).toEqual({ code: 'office', why: 'one-mark-of-ten' });
    expect(baker({ U42: held(24, 1) }, globale)).toEqual({ code: 'office', why: 'one-mark-known' });
    expect(baker({ U42: held(19, 1), U43: held(19, 3) }, globale)).toEqual({ code: 'sit', why: 'below-ten' });
  });

  it('with an old coefficient that no source gives is « à établir par le bureau »', () => {
    const expected = { code: 'office', why: 'old-coefficient-unknown' };
    expect(baker({ U42: held(24, null), U43: held(20, 3) })).toEqual(expected);
    expect(baker({ U42: held(24, 3), U43: held(24, null) })).toEqual(expected);
  });

  it('the oldest of the marks decides the five years of the merged one', () => {
    const marks = { U42: held(24, 1, '2009-07-03'), U43: held(20, 1, '2012-07-04') };
    expect(baker(marks)).toMatchObject({ obtainedOn: day('2009-07-03'), lastDay: day('2014-07-03') });
    expect(baker(marks, { neededOn: day('2014-07-03') })).toMatchObject({ code: 'kept' });
    expect(baker(marks, { neededOn: day('2014-07-04') })).toEqual({ code: 'sit', why: 'too-old' });
  });
});

describe('Coiffure, arrêté du 28 mars 2011, annexes V-1 et V-2', () => {
  const origins = (table: string): readonly (readonly [string, string])[] => {
    const found = correspond(coiffure, asked(table, {}));
    return found.known ? found.lines.map(({ unit, from }) => [unit, from.join('+')] as const) : [];
  };
  it.each([
    [OPTION_A, ['U11A+U20A', '', 'U12A', 'U13A', 'U41', 'U42+U43', 'U30', 'U50', 'U60', 'UF']],
    [OPTION_B, ['U12B+U20B', 'U11B', '', '', 'U41', 'U42+U43', 'U30', 'U50', 'U60', 'UF']],
  ])('of the %s', (table, from) => {
    const units = ['U10', 'U20', 'U30A', 'U30B', 'U41', 'U42', 'U51', 'U52', 'U60', 'UF'];
    expect(origins(table)).toEqual(units.map((unit, index) => [unit, from[index]]));
  });
  it('a mark of option B says nothing to who sat option A', () => {
    const found = correspond(coiffure, asked(OPTION_A, { U11B: held(24) }));
    expect(found.known && found.withoutCounterpart).toEqual(['U11B']);
  });
});

describe('Tables that nobody has', () => {
  it('leave the office to judge, with what the source says', () => {
    expect(tablesOf(regulation('45022109', 2024))).toEqual([]);
    expect(correspond(regulation('45022109', 2024), asked('', { U10: held(24) }))).toEqual({
      known: false,
      source: 'Arrêté du 7 janvier 2015, articles 9 et 10',
      note: "Annexe V de l'arrêté\u00a0: le tableau n'est pas dans la copie archivée.",
    });
    expect(correspond(regulation('45031207', 2024), asked('', {}))).toEqual({ known: false, source: null, note: null });
    expect(correspond(coiffure, asked('option C', {}))).toMatchObject({ known: false });
  });
  it('a mark is of the regulation before when its year is before the first session of this one', () => {
    const florist = regulation('45031207', 2024);
    expect(isOfFormerRegulation(day('2023-12-31'), florist)).toBe(true);
    expect(isOfFormerRegulation(day('2024-01-01'), florist)).toBe(false);
    expect(isOfFormerRegulation(day('1980-01-01'), { firstSession: null })).toBe(false);
  });
});

describe('The mean of merged marks', () => {
  const mark = fc.record({
    halfPoints: fc.integer({ min: 0, max: 40 }),
    coefficient: fc.integer({ min: 1, max: 12 }),
    obtainedOn: fc.integer({ min: 0, max: 700 }).map((days) => day('2010-07-01').add({ days })),
  });
  const pointsOf = (result: NewMark | undefined): number =>
    result !== undefined && 'mark' in result ? result.mark.numerator / result.mark.denominator : Number.NaN;

  it('equals a naïve account in whole numbers, in lowest terms', () => {
    fc.assert(
      fc.property(mark, mark, (U42, U43) => {
        const result = baker({ U42, U43 });
        if (result === undefined || !('mark' in result)) throw new Error('no mark');
        const { numerator, denominator } = result.mark;
        const points = BigInt(U42.halfPoints * U42.coefficient + U43.halfPoints * U43.coefficient);
        const weights = BigInt(U42.coefficient + U43.coefficient);
        expect(BigInt(numerator) * 2n * weights).toBe(points * BigInt(denominator));
        for (const divisor of [2, 3, 5, 7, 11, 13])
          expect(numerator % divisor === 0 && denominator % divisor === 0).toBe(false);
        expect(result.code).toBe(points >= 20n * weights ? 'kept' : 'carried');
      }),
    );
  });
  it('stands between the marks, whatever the weights and whichever comes first', () => {
    fc.assert(
      fc.property(mark, mark, fc.integer({ min: 2, max: 9 }), (U42, U43, times) => {
        const value = pointsOf(baker({ U42, U43 }));
        expect(value * 2).toBeGreaterThanOrEqual(Math.min(U42.halfPoints, U43.halfPoints) - 1e-9);
        expect(value * 2).toBeLessThanOrEqual(Math.max(U42.halfPoints, U43.halfPoints) + 1e-9);
        expect(baker({ U42: U43, U43: U42 })).toEqual(baker({ U42, U43 }));
        const heavier = (one: typeof U42) => ({ ...one, coefficient: one.coefficient * times });
        expect(baker({ U42: heavier(U42), U43: heavier(U43) })).toEqual(baker({ U42, U43 }));
      }),
    );
  });
  it('in the globale form is never below 10, and is the same as in the progressive one where it is given', () => {
    fc.assert(
      fc.property(mark, mark, (U42, U43) => {
        const globale = baker({ U42, U43 }, { form: 'GLOBAL' });
        if (globale === undefined || !('mark' in globale)) return;
        expect(globale).toEqual(baker({ U42, U43 }));
        expect(globale.code).toBe('kept');
      }),
    );
  });
});

describe('The old units that lead to new ones', () => {
  const units = [{ id: 'U10' }, { id: 'U99' }];
  const equivalences = {
    from: 'BP of before',
    source: null,
    confidence: 'official',
    tables: {
      A: [
        { from: ['U1', 'U2'], to: 'U10', merge: true },
        { from: ['U3'], to: 'U20', merge: false },
      ],
      B: [{ from: ['U4'], to: 'U99', merge: false }],
    },
  } as const;

  it('are named table by table, none where nothing leads', () => {
    expect(originsOf(units, { equivalences })).toEqual([
      {
        table: 'A',
        units: [
          { unit: 'U10', from: ['U1', 'U2'] },
          { unit: 'U99', from: [] },
        ],
      },
      {
        table: 'B',
        units: [
          { unit: 'U10', from: [] },
          { unit: 'U99', from: ['U4'] },
        ],
      },
    ]);
  });

  it('are not known without a table', () => {
    expect(originsOf(units, {})).toBeNull();
    expect(originsOf(units, { equivalences: { ...equivalences, tables: null } })).toBeNull();
  });
});
