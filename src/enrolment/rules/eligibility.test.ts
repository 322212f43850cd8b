import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { judgeEligibility } from './eligibility.ts';
import { slotsOf } from './slots.ts';
import type { EligibilityFacts, EligibilityRules } from './verdict.ts';

const day = Temporal.PlainDate.from;
const catalogue = await shippedCatalogue();
const exam = catalogue.exam('bp');
if (exam === undefined) throw new Error('no exam');
const { admission } = exam;
const { pharmacy: decree, nationalService: service } = admission;
if (decree === undefined || service === undefined) throw new Error('not asked');
const HAIRDRESSER = catalogue.regulation('45033608', 2024) ?? { units: [] };
const NO_HOURS = { continuingTraining: null, apprenticeshipPerYear: null, bacProOfTheSector: null };
/** An order that fixes nothing: the common durations count. */
const ORDER = {
  trainingHours: NO_HOURS,
  yearsWithoutDiploma: null,
  yearsWithListedDiploma: null,
  monthsWithSpecialContract: null,
  monthsWithBacPro: null,
  source: null,
  confidence: 'unknown',
} as const;
const pharmacy = { ...ORDER, trainingHours: { ...NO_HOURS, continuingTraining: 800 } };
const ofPharmacy = (rules: EligibilityRules): EligibilityRules => ({
  ...rules,
  regulation: { eligibility: 'pharmacy', conditions: pharmacy },
});
const notice: EligibilityRules = {
  today: day('2023-11-15'),
  examStartsOn: day('2024-06-03'),
  conditionsDueAt: 'enrolment',
  admission,
  regulation: {
    eligibility: 'common',
    conditions: { ...ORDER, trainingHours: { ...NO_HOURS, continuingTraining: 480 } },
  },
  notChoosable: null,
  unitsKnown: true,
};
const former = (changes: Partial<EligibilityFacts> = {}): EligibilityFacts => ({
  category: 'previous-candidate',
  form: 'PROGRESSIVE',
  formerForm: null,
  satAllTests: true,
  twoYearsInCentre: true,
  diploma: 'none',
  workPeriods: [{ from: day('2017-09-01'), to: null }],
  specialContract: null,
  trainingHours: null,
  positioning: false,
  livesInAcademy: true,
  frenchNational: true,
  birthDate: day('1993-05-30'),
  ageToday: 30,
  lastUnitPresented: true,
  creditDoubts: [],
  ...changes,
});
const grade = (facts: EligibilityFacts, rules = notice): string => judgeEligibility(facts, rules).grade;
const since = (from: string): EligibilityFacts['workPeriods'] => [{ from: day(from), to: null }];

describe('Les acquis', () => {
  const [slot] = slotsOf({ units: HAIRDRESSER.units });
  if (slot === undefined) throw new Error('no unit');
  it('that the office must judge make the verdict « à vérifier », with the sources of each', () => {
    const creditDoubts = [
      { slot, why: 'no-table', source: 'D337-108' },
      { slot, why: 'carried-in-globale', source: 'D351-27' },
      { slot, why: 'no-table', source: 'D337-108' },
    ] as const;
    const { grade, reasons } = judgeEligibility(former({ creditDoubts }), notice);
    expect(grade).toBe('to-check');
    expect(reasons.find(({ code }) => code === 'credits')).toMatchObject({
      met: null,
      source: 'D337-108\u00a0; D351-27',
    });
    expect(judgeEligibility(former({ creditDoubts, livesInAcademy: false }), notice).grade).toBe('not-eligible');
  });
  it('that are plain are no reason at all', () => {
    expect(judgeEligibility(former(), notice).reasons.map(({ code }) => code)).not.toContain('credits');
  });
});

describe("Conditions d'inscription", () => {
  it('« Avoir déjà subi l’ensemble des épreuves à une session antérieure après avoir suivi les deux années de formation en centre »', () => {
    expect(grade(former())).toBe('eligible');
    expect(grade(former({ form: 'GLOBAL', satAllTests: false }))).toBe('not-eligible');
    expect(grade(former({ form: 'PROGRESSIVE', satAllTests: false }))).toBe('to-check');
    expect(grade(former({ twoYearsInCentre: false }))).toBe('not-eligible');
  });

  it("« Ou être candidat de l'enseignement à distance »", () => {
    const learner = { category: 'distance-learner', satAllTests: null, twoYearsInCentre: null } as const;
    expect(grade(former({ ...learner, trainingHours: 480 }))).toBe('eligible');
    expect(grade(former({ ...learner, trainingHours: 100 }))).toBe('to-check');
    expect(grade(former({ category: 'other' }))).toBe('not-eligible');
  });

  it('« de cinq années […] sans condition de diplôme »', () => {
    expect(grade(former({ workPeriods: since('2018-11-16') }))).toBe('eligible');
    expect(judgeEligibility(former({ workPeriods: since('2019-02-01') }), notice)).toMatchObject({
      grade: 'to-check',
      experience: { months: 57, monthsAtExam: 64, requiredMonths: 60 },
    });
    expect(grade(former({ workPeriods: since('2022-01-01') }))).toBe('not-eligible');
  });

  it('« de deux années […] diplôme classé au niveau 3 », down to 20 months for the office to judge', () => {
    expect(grade(former({ diploma: 'level-3-listed', workPeriods: since('2021-11-16') }))).toBe('eligible');
    expect(grade(former({ diploma: 'level-3-listed', workPeriods: since('2022-03-01') }))).toBe('to-check');
    expect(
      grade(former({ diploma: 'level-3-listed', workPeriods: [{ from: day('2020-01-01'), to: day('2020-12-31') }] })),
    ).toBe('not-eligible');
  });

  it('« de six mois à un an » for the bac pro of the sector: six is the floor, the office judges up to twelve', () => {
    expect(grade(former({ diploma: 'bac-pro-sector', workPeriods: since('2022-11-16') }))).toBe('eligible');
    expect(grade(former({ diploma: 'bac-pro-sector', workPeriods: since('2023-05-01') }))).toBe('to-check');
    expect(grade(former({ diploma: 'bac-pro-sector', workPeriods: since('2024-05-01') }))).toBe('not-eligible');
  });

  it('are due when the last unit is presented: not before, in the progressive form (D337-106)', () => {
    expect(grade(former({ workPeriods: since('2022-01-01'), lastUnitPresented: false }))).toBe('to-check');
  });

  it('may be measured at the exam, as the Code says, by the switch of the session', () => {
    expect(grade(former({ workPeriods: since('2019-02-01') }), { ...notice, conditionsDueAt: 'exam' })).toBe(
      'eligible',
    );
  });

  it('« Être domicilié dans les départements de l’Allier, du Cantal, de la Haute-Loire ou du Puy-de-Dôme »', () => {
    expect(grade(former({ livesInAcademy: false }))).toBe('not-eligible');
  });

  it('« jusqu’à la veille du 25ème anniversaire »: shown by a piece', () => {
    const reasonAt = (ageToday: number, frenchNational: boolean): string | undefined =>
      judgeEligibility(former({ ageToday, frenchNational }), notice).reasons.find(
        (reason) => reason.code === 'national-service',
      )?.detail;
    expect([reasonAt(24, true), reasonAt(25, true), reasonAt(20, false)]).toEqual([
      'by-piece',
      'not-concerned',
      'not-concerned',
    ]);
    expect(grade(former({ ageToday: 20 }))).toBe('eligible');
  });

  it('of the préparateur en pharmacie: two years within the four before the exam, a listed diploma, and the office judges', () => {
    const rules = ofPharmacy(notice);
    const with3 = { diploma: 'level-3-listed' } as const;
    expect(grade(former({ ...with3, workPeriods: since('2021-11-16') }), rules)).toBe('to-check');
    expect(grade(former({ ...with3, workPeriods: [{ from: day('2015-01-01'), to: day('2020-06-02') }] }), rules)).toBe(
      'not-eligible',
    );
    expect(grade(former({ workPeriods: since('2010-01-01') }), rules)).toBe('not-eligible');
  });

  it('two years come down to 20 months with a special contract and 800 h, and to nothing less', () => {
    const twenty = (changes: Partial<EligibilityFacts>) =>
      grade(
        former({
          diploma: 'level-3-listed',
          workPeriods: [{ from: day('2022-01-01'), to: day('2023-08-31') }],
          ...changes,
        }),
      );
    expect(twenty({})).toBe('to-check');
    expect(twenty({ specialContract: true, trainingHours: 800 })).toBe('eligible');
    expect(twenty({ specialContract: true, trainingHours: 799 })).toBe('not-eligible');
    expect(twenty({ specialContract: false, trainingHours: 800 })).toBe('not-eligible');
    expect(
      twenty({
        specialContract: true,
        trainingHours: 800,
        workPeriods: [{ from: day('2022-01-01'), to: day('2023-08-20') }],
      }),
    ).toBe('not-eligible');
  });

  it('the durations that the speciality’s own order fixes come before the common ones', () => {
    const own = {
      ...notice,
      regulation: { eligibility: 'common', conditions: { ...ORDER, yearsWithoutDiploma: 3 } },
    } as const;
    expect(judgeEligibility(former({ workPeriods: since('2020-11-16') }), own)).toMatchObject({
      grade: 'eligible',
      experience: { requiredMonths: 36 },
    });
  });

  it('« je ne sais pas » of the diploma leaves the office to judge less than five years, and accepts five', () => {
    expect(grade(former({ diploma: null, workPeriods: since('2023-01-01') }))).toBe('to-check');
    expect(grade(former({ diploma: null, workPeriods: since('2018-11-16') }))).toBe('eligible');
  });

  it('the form of passage of the former session is kept', () => {
    expect(grade(former({ formerForm: 'PROGRESSIVE' }))).toBe('eligible');
    expect(grade(former({ formerForm: 'GLOBAL' }))).toBe('not-eligible');
  });

  it('a speciality kept for former candidates, or not yet known, is said with its reason', () => {
    const only = { code: 'former-candidates-only', lastSession: 2023, extraSession: 2024 } as const;
    expect(grade(former(), { ...notice, notChoosable: only })).toBe('not-eligible');
    expect(grade(former(), { ...notice, unitsKnown: false })).toBe('to-check');
  });

  it('say on which day the months will be reached', () => {
    const reached = (workPeriods: EligibilityFacts['workPeriods']) =>
      judgeEligibility(former({ diploma: 'level-3-listed', workPeriods }), notice).experience.reachedOn?.toString();
    expect(reached(since('2022-09-01'))).toBe('2024-08-31');
    expect(reached([{ from: day('2020-01-01'), to: day('2020-12-31') }, ...since('2023-06-01')])).toBe('2024-05-31');
    expect(reached([{ from: day('2020-01-01'), to: day('2020-12-31') }])).toBeUndefined();
    expect(reached([])).toBeUndefined();
  });

  it('never get worse with more work', () => {
    const rank = { 'not-eligible': 0, 'to-check': 1, eligible: 2 };
    const periods = fc.array(
      fc.record({ start: fc.integer({ min: 0, max: 4000 }), length: fc.integer({ min: 1, max: 800 }) }),
      { maxLength: 5 },
    );
    const toPeriods = (list: readonly { start: number; length: number }[]): EligibilityFacts['workPeriods'] =>
      list.map(({ start, length }) => ({
        from: day('2013-01-01').add({ days: start }),
        to: day('2013-01-01').add({ days: start + length }),
      }));
    fc.assert(
      fc.property(
        periods,
        periods,
        fc.constantFrom('none', 'level-3-listed', 'bac-pro-sector'),
        fc.boolean(),
        (some, more, diploma, lastUnitPresented) => {
          const before = judgeEligibility(former({ diploma, lastUnitPresented, workPeriods: toPeriods(some) }), notice);
          const after = judgeEligibility(
            former({ diploma, lastUnitPresented, workPeriods: toPeriods([...some, ...more]) }),
            notice,
          );
          expect(rank[after.grade]).toBeGreaterThanOrEqual(rank[before.grade]);
        },
      ),
    );
  });
});

describe('Each reason says what it found and by what source', () => {
  const NOTICE = "notice, conditions d'inscription";
  const D101 =
    "arrêté de la spécialité\u00a0; Code de l'éducation, D337-101, sans minimum en formation continue depuis le 1er janvier 2017";
  const learner = { category: 'distance-learner' } as const;
  const bacPro = { ...ORDER, trainingHours: { ...NO_HOURS, continuingTraining: 480, bacProOfTheSector: 240 } };
  const withBacPro = { ...notice, regulation: { eligibility: 'common', conditions: bacPro } } as const;
  const without = { ...notice, regulation: null };
  const found = (code: string, facts: Partial<EligibilityFacts>, rules: EligibilityRules) =>
    judgeEligibility(former(facts), rules)
      .reasons.filter((one) => one.code === code)
      .map(({ met, detail, source }) => [met, detail, source]);
  it.each<
    [string, string, Partial<EligibilityFacts>, readonly [boolean | null, string, string] | null, EligibilityRules?]
  >([
    ['a category not chosen', 'category', { category: null }, [null, 'unknown', NOTICE]],
    ['a distance learner', 'category', learner, [true, 'plain', NOTICE]],
    ['another candidate', 'category', { category: 'other' }, [false, 'plain', NOTICE]],
    ['two years missing', 'category', { twoYearsInCentre: false }, [false, 'missing', NOTICE]],
    ['two years unknown', 'category', { twoYearsInCentre: null }, [null, 'unknown', NOTICE]],
    ['tests unknown', 'category', { satAllTests: null }, [null, 'unknown', NOTICE]],
    ['tests missing', 'category', { satAllTests: false, form: 'GLOBAL' }, [false, 'missing', NOTICE]],
    ['tests spread', 'category', { satAllTests: false }, [null, 'to-judge', NOTICE]],
    [
      'tests spread before',
      'category',
      { satAllTests: false, form: 'GLOBAL', formerForm: 'PROGRESSIVE' },
      [null, 'to-judge', NOTICE],
    ],
    ['all tests', 'category', {}, [true, 'plain', NOTICE]],
    [
      'the same form',
      'former-form',
      { formerForm: 'PROGRESSIVE' },
      [true, 'plain', 'notice, «\u00a0Forme de passage\u00a0»'],
    ],
    ['no former form', 'former-form', {}, null],
    ['no form yet', 'former-form', { form: null, formerForm: 'GLOBAL' }, null],
    [
      'the former form of a learner',
      'former-form',
      { ...learner, form: 'PROGRESSIVE', formerForm: 'GLOBAL' },
      [null, 'to-judge', "Code de l'éducation, D337-114 et D337-115"],
    ],
    [
      'the progressive form of a learner, which was a choice',
      'former-form',
      { ...learner, form: 'GLOBAL', formerForm: 'PROGRESSIVE' },
      [false, 'plain', 'notice, «\u00a0Forme de passage\u00a0»'],
    ],
    ['no training of a former candidate', 'training', {}, null],
    [
      'the training of a former candidate in pharmacy',
      'training',
      { trainingHours: 799 },
      [null, 'to-judge', decree.source],
      ofPharmacy(notice),
    ],
    ['enough in pharmacy', 'training', { trainingHours: 800 }, [true, 'plain', decree.source], ofPharmacy(notice)],
    [
      'positioning in pharmacy',
      'training',
      { positioning: true },
      [true, 'by-piece', decree.source],
      ofPharmacy(notice),
    ],
    [
      'positioning',
      'training',
      { ...learner, positioning: true },
      [true, 'by-decision', 'Décret'],
      {
        ...notice,
        admission: { ...notice.admission, training: { source: 'Code', positioning: { source: 'Décret' } } },
      },
    ],
    ['positioning where no law knows it', 'training', { ...learner, positioning: true }, [true, 'by-piece', D101]],
    ['hours unknown', 'training', learner, [true, 'by-piece', D101]],
    ['hours that no order fixes', 'training', { ...learner, trainingHours: 1 }, null, without],
    ['enough hours', 'training', { ...learner, trainingHours: 480 }, [true, 'plain', D101]],
    ['too few hours', 'training', { ...learner, trainingHours: 479 }, [null, 'to-judge', D101]],
    [
      'fewer with a bac pro',
      'training',
      { ...learner, diploma: 'bac-pro-sector', trainingHours: 240 },
      [true, 'plain', D101],
      withBacPro,
    ],
    ['no fewer with another', 'training', { ...learner, trainingHours: 240 }, [null, 'to-judge', D101], withBacPro],
    [
      'none with a bac pro where the order has none for it',
      'training',
      { ...learner, diploma: 'bac-pro-sector', trainingHours: 240 },
      null,
    ],
    ['a home not known', 'residence', { livesInAcademy: null }, [null, 'unknown', NOTICE]],
    ['a home', 'residence', {}, [true, 'plain', NOTICE]],
    [
      'a nationality not known',
      'national-service',
      { frenchNational: null, ageToday: 24 },
      [true, 'by-piece', service.source],
    ],
    ['the eve of the 16th birthday', 'national-service', { ageToday: 15 }, [true, 'not-concerned', service.source]],
    ['the 16th birthday', 'national-service', { ageToday: 16 }, [true, 'by-piece', service.source]],
    ['the 25th birthday', 'national-service', { ageToday: 25 }, [true, 'not-concerned', service.source]],
    ['a speciality to choose', 'speciality', {}, null],
    ['no speciality yet', 'speciality', {}, [null, 'unknown', NOTICE], { ...notice, notChoosable: 'unknown' }],
    [
      'units unknown',
      'speciality',
      {},
      [null, 'to-complete', 'nomenclature des diplômes (BCN)'],
      { ...notice, unitsKnown: false },
    ],
  ])('%s', (_, code, facts, expected, rules = notice) => {
    expect(found(code, facts, rules)).toEqual(expected === null ? [] : [expected]);
  });
});
