import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { monthsAsked } from './admission/practice.ts';
import { judgeEligibility } from './eligibility.ts';
import type { EligibilityFacts, EligibilityRules, PracticeRules } from './verdict.ts';

const day = Temporal.PlainDate.from;
const exam = (await shippedCatalogue()).exam('bp');
if (exam === undefined) throw new Error('no exam');
const { admission } = exam;
const { practice, pharmacy: ofPharmacy } = admission;
if (practice === undefined || ofPharmacy === undefined) throw new Error('asks for no work');

type Order = NonNullable<NonNullable<PracticeRules['regulation']>['conditions']>;
/** An order that fixes hours of training alone, fewer with a bac pro of the sector. */
const order: Order = {
  trainingHours: { continuingTraining: 480, apprenticeshipPerYear: null, bacProOfTheSector: 240 },
  yearsWithoutDiploma: null,
  yearsWithListedDiploma: null,
  monthsWithSpecialContract: null,
  monthsWithBacPro: null,
  source: null,
  confidence: 'unknown',
};
const rules = (changes: Partial<EligibilityRules> = {}): EligibilityRules => ({
  today: day('2023-11-15'),
  examStartsOn: day('2024-06-03'),
  conditionsDueAt: 'enrolment',
  admission,
  regulation: { eligibility: 'common', conditions: order },
  notChoosable: null,
  unitsKnown: true,
  ...changes,
});
const pharmacy = rules({ regulation: { eligibility: 'pharmacy', conditions: order } });
const learner = (changes: Partial<EligibilityFacts> = {}): EligibilityFacts => ({
  category: 'distance-learner',
  form: 'PROGRESSIVE',
  formerForm: null,
  satAllTests: null,
  twoYearsInCentre: null,
  diploma: 'none',
  workPeriods: [{ from: day('2017-09-01'), to: null }],
  specialContract: null,
  trainingHours: 480,
  positioning: false,
  livesInAcademy: true,
  frenchNational: true,
  birthDate: day('1993-05-30'),
  ageToday: 30,
  lastUnitPresented: true,
  creditDoubts: [],
  ...changes,
});
const former = (changes: Partial<EligibilityFacts> = {}): EligibilityFacts =>
  learner({
    category: 'previous-candidate',
    satAllTests: true,
    twoYearsInCentre: true,
    trainingHours: null,
    ...changes,
  });

/** The reasons of one kind, as `code met detail (source)`. */
function said(code: string, facts: EligibilityFacts, judged = rules()): readonly string[] {
  return judgeEligibility(facts, judged)
    .reasons.filter((reason) => reason.code === code)
    .map(({ met, detail, source }) => `${met} ${detail} (${source})`.replaceAll('\u00a0', ' '));
}
const kinds = (facts: EligibilityFacts, judged = rules()): readonly string[] =>
  judgeEligibility(facts, judged).reasons.map(({ code }) => code);

const NOTICE = "notice, conditions d'inscription";
/** The order that prints the hours (none is named here), and the Code that asks none. */
const CODE =
  "arrêté de la spécialité ; Code de l'éducation, D337-101, sans minimum en formation continue depuis le 1er janvier 2017";
const WORK = "Notice, conditions d'inscription ; code de l'éducation, D337-102";
const since = (from: string): EligibilityFacts['workPeriods'] => [{ from: day(from), to: null }];

describe('The reasons of a verdict', () => {
  it('stand in the order of the notice, each once', () => {
    expect(kinds(learner())).toEqual([
      'category',
      'training',
      'experience-five-years',
      'residence',
      'national-service',
    ]);
    expect(kinds(former({ formerForm: 'PROGRESSIVE' }))).toEqual([
      'category',
      'former-form',
      'experience-five-years',
      'residence',
      'national-service',
    ]);
  });

  it.each<[string, EligibilityFacts, string]>([
    ['unknown', learner({ category: null }), `null unknown (${NOTICE})`],
    ['a distance learner', learner(), `true plain (${NOTICE})`],
    ['another candidate', learner({ category: 'other' }), `false plain (${NOTICE})`],
    ['a former one', former(), `true plain (${NOTICE})`],
    ['without two years in a centre', former({ twoYearsInCentre: false }), `false missing (${NOTICE})`],
    ['who sat a part, globale', former({ satAllTests: false, form: 'GLOBAL' }), `false missing (${NOTICE})`],
    ['who sat a part, progressive', former({ satAllTests: false }), `null to-judge (${NOTICE})`],
    [
      'who sat a part, globale now but progressive before',
      former({ satAllTests: false, form: 'GLOBAL', formerForm: 'PROGRESSIVE' }),
      `null to-judge (${NOTICE})`,
    ],
    ['who does not know if all was sat', former({ satAllTests: null }), `null unknown (${NOTICE})`],
    ['who does not know of the centre', former({ twoYearsInCentre: null }), `null unknown (${NOTICE})`],
  ])('category: %s', (_, facts, expected) => {
    expect(said('category', facts)).toEqual([expected]);
  });

  it.each<[string, EligibilityFacts, readonly string[]]>([
    ['kept', former({ formerForm: 'PROGRESSIVE' }), ['true plain (notice, « Forme de passage »)']],
    ['changed', former({ formerForm: 'GLOBAL' }), ['false plain (notice, « Forme de passage »)']],
    ['not said', former({ formerForm: null }), []],
    ['the new one not said', former({ form: null, formerForm: 'GLOBAL' }), []],
    [
      'of a distance learner who sat before',
      learner({ formerForm: 'GLOBAL' }),
      ["null to-judge (Code de l'éducation, D337-114 et D337-115)"],
    ],
  ])('former form: %s', (_, facts, expected) => {
    expect(said('former-form', facts)).toEqual(expected);
  });

  it.each<[string, EligibilityFacts, EligibilityRules, readonly string[]]>([
    ['enough', learner(), rules(), [`true plain (${CODE})`]],
    ['not enough', learner({ trainingHours: 479 }), rules(), [`null to-judge (${CODE})`]],
    ['not said', learner({ trainingHours: null }), rules(), [`true by-piece (${CODE})`]],
    [
      'fewer with a bac pro',
      learner({ trainingHours: 240, diploma: 'bac-pro-sector' }),
      rules(),
      [`true plain (${CODE})`],
    ],
    [
      'not fewer with another',
      learner({ trainingHours: 240, diploma: 'level-3-listed' }),
      rules(),
      [`null to-judge (${CODE})`],
    ],
    [
      'none with a bac pro of which the order says nothing',
      learner({ trainingHours: 400, diploma: 'bac-pro-sector' }),
      rules({
        regulation: {
          eligibility: 'common',
          conditions: { ...order, trainingHours: { ...order.trainingHours, bacProOfTheSector: null } },
        },
      }),
      [],
    ],
    [
      'of an order that nobody read',
      learner({ trainingHours: 1 }),
      rules({ regulation: { eligibility: 'common' } }),
      [],
    ],
    ['of no speciality yet', learner({ trainingHours: 1 }), rules({ regulation: null }), []],
    [
      'of an order that asks no minimum',
      learner({ trainingHours: 0 }),
      rules({
        regulation: {
          eligibility: 'common',
          conditions: { ...order, trainingHours: { ...order.trainingHours, continuingTraining: 0 } },
        },
      }),
      [],
    ],
    [
      'with both texts by name',
      learner({ trainingHours: 100 }),
      rules({ regulation: { eligibility: 'common', conditions: { ...order, source: 'Arrêté du 28 mars 2011' } } }),
      [`null to-judge (${CODE.replace('arrêté de la spécialité', 'Arrêté du 28 mars 2011')})`],
    ],
    [
      'cut by the recteur',
      learner({ trainingHours: 0, positioning: true }),
      rules({ admission: { ...admission, training: { source: 'Code', positioning: { source: 'Décret' } } } }),
      ['true by-decision (Décret)'],
    ],
    ['not asked of a former candidate', former({ trainingHours: 0 }), rules(), []],
    [
      'asked of one in pharmacy, by its decree, positioning or not',
      former({ trainingHours: 799, positioning: true, diploma: 'level-3-listed' }),
      pharmacy,
      [`null to-judge (${ofPharmacy.source.replaceAll('\u00a0', ' ')})`],
    ],
    [
      'enough in pharmacy',
      former({ trainingHours: 800, diploma: 'level-3-listed' }),
      pharmacy,
      [`true plain (${ofPharmacy.source.replaceAll('\u00a0', ' ')})`],
    ],
  ])('training: %s', (_, facts, judged, expected) => {
    expect(said('training', facts, judged)).toEqual(expected);
  });

  it.each<[boolean | null, string]>([
    [true, `true plain (${NOTICE})`],
    [false, `false plain (${NOTICE})`],
    [null, `null unknown (${NOTICE})`],
  ])('residence %s', (livesInAcademy, expected) => {
    expect(said('residence', learner({ livesInAcademy }))).toEqual([expected]);
  });

  it.each<[EligibilityRules['notChoosable'], readonly string[]]>([
    [null, []],
    ['unknown', [`null unknown (${NOTICE})`]],
    [
      { code: 'closed', lastSession: 2023, replacedBy: null },
      ['false not-choosable (nomenclature des diplômes (BCN))'],
    ],
  ])('speciality %j', (notChoosable, expected) => {
    const judged = rules({ notChoosable });
    expect(said('speciality', learner(), judged)).toEqual(expected);
    const [first] = judgeEligibility(learner(), judged).reasons;
    expect(first?.notChoosable).toEqual(notChoosable === 'unknown' ? undefined : (notChoosable ?? undefined));
  });

  it('units that nobody knows are completed by the office', () => {
    const judged = rules({ unitsKnown: false });
    expect(said('speciality', learner(), judged)).toEqual(['null to-complete (nomenclature des diplômes (BCN))']);
  });

  it('credits carry the doubts themselves', () => {
    const slot = { id: 'U10', units: [] } as unknown as EligibilityFacts['creditDoubts'][number]['slot'];
    const creditDoubts = [{ slot, why: 'merged', source: 'annexe V' }] as const;
    const judged = judgeEligibility(learner({ creditDoubts }), rules()).reasons.find(({ code }) => code === 'credits');
    expect(judged).toEqual({
      code: 'credits',
      met: null,
      detail: 'to-judge',
      source: 'annexe V',
      doubts: creditDoubts,
    });
  });
});

describe('The months of work', () => {
  it.each<[string, Partial<EligibilityFacts>, Partial<EligibilityRules>, string, string]>([
    ['enough now', {}, {}, 'experience-five-years', `true now (${WORK})`],
    ['sixty to the day', { workPeriods: since('2018-11-16') }, {}, 'experience-five-years', `true now (${WORK})`],
    ['enough by the exam', { workPeriods: since('2019-02-01') }, {}, 'experience-five-years', `null at-exam (${WORK})`],
    [
      'enough by the exam, when they are due there',
      { workPeriods: since('2019-02-01') },
      { conditionsDueAt: 'exam' },
      'experience-five-years',
      `true at-exam (${WORK})`,
    ],
    ['too few', { workPeriods: since('2022-01-01') }, {}, 'experience-five-years', `false missing (${WORK})`],
    [
      'too few, before the last unit',
      { workPeriods: since('2022-01-01'), lastUnitPresented: false },
      {},
      'experience-five-years',
      "null later-allowed (code de l'éducation, art. D337-106)",
    ],
    [
      'too few, the last unit not known',
      { workPeriods: since('2022-01-01'), lastUnitPresented: null },
      {},
      'experience-five-years',
      "null later-allowed (code de l'éducation, art. D337-106)",
    ],
    [
      'too few without knowing the diploma',
      { diploma: null, workPeriods: since('2022-01-01') },
      {},
      'experience-five-years',
      `null unknown (${WORK})`,
    ],
    [
      'twelve with a bac pro',
      { diploma: 'bac-pro-sector', workPeriods: since('2022-11-16') },
      {},
      'experience-bac-pro',
      `true now (${WORK})`,
    ],
    [
      'six of them: the floor itself is to judge',
      { diploma: 'bac-pro-sector', workPeriods: [{ from: day('2023-01-01'), to: day('2023-06-30') }] },
      {},
      'experience-bac-pro',
      `null to-judge (${WORK})`,
    ],
    [
      'six of them at the exam: the floor itself may do',
      { diploma: 'bac-pro-sector', workPeriods: [{ from: day('2023-11-20'), to: day('2024-05-19') }] },
      {},
      'experience-bac-pro',
      `null at-exam (${WORK})`,
    ],
    [
      'twenty with a listed diploma, the contract not said',
      {
        diploma: 'level-3-listed',
        trainingHours: 800,
        workPeriods: [{ from: day('2022-01-01'), to: day('2023-08-31') }],
      },
      {},
      'experience-two-years',
      `null to-judge (${WORK})`,
    ],
    [
      'twenty with a contract, its hours not said',
      {
        diploma: 'level-3-listed',
        specialContract: true,
        trainingHours: null,
        workPeriods: [{ from: day('2022-01-01'), to: day('2023-08-31') }],
      },
      {},
      'experience-two-years',
      `null to-judge (${WORK})`,
    ],
    [
      'twenty with a contract and its hours',
      {
        diploma: 'level-3-listed',
        specialContract: true,
        trainingHours: 800,
        workPeriods: [{ from: day('2022-01-01'), to: day('2023-08-31') }],
      },
      {},
      'experience-two-years',
      "true now (Code de l'éducation, D337-102)",
    ],
    [
      'two years without a contract',
      { diploma: 'level-3-listed', specialContract: false, workPeriods: since('2021-11-16') },
      {},
      'experience-two-years',
      `true now (${WORK})`,
    ],
  ])('%s', (_, facts, changes, code, expected) => {
    expect(said(code, learner(facts), rules(changes))).toEqual([expected]);
  });

  it('of pharmacy are never sure, and nothing without a diploma of the list', () => {
    const decree = ofPharmacy.source.replaceAll('\u00a0', ' ');
    const of = (facts: Partial<EligibilityFacts>) => said('experience-own-decree', learner(facts), pharmacy);
    expect(of({ diploma: 'none' })).toEqual([`false no-listed-diploma (${decree})`]);
    expect(of({ diploma: 'level-3-listed' })).toEqual([`null to-judge (${decree})`]);
    expect(of({ diploma: 'level-3-listed', workPeriods: since('2022-03-01') })).toEqual([`null at-exam (${decree})`]);
    expect(of({ diploma: 'level-3-listed', workPeriods: since('2023-06-01') })).toEqual([`false missing (${decree})`]);
    expect(of({ diploma: null })).toEqual([`null to-judge (${decree})`]);
  });

  it('are those of the Code without an order, and those of the order where it fixes them', () => {
    const common = {
      withoutDiploma: 60,
      withListedDiploma: 24,
      withSpecialContract: { months: 20, hours: 800 },
      withBacPro: { floor: 6, enough: 12 },
    };
    for (const regulation of [null, { eligibility: 'common' } as const, rules().regulation])
      expect(monthsAsked(practice, regulation)).toEqual(common);
    const own: Order = {
      ...order,
      yearsWithoutDiploma: 4,
      yearsWithListedDiploma: 3,
      monthsWithSpecialContract: 18,
      monthsWithBacPro: [3, 9],
    };
    expect(monthsAsked(practice, { eligibility: 'common', conditions: own })).toEqual({
      withoutDiploma: 48,
      withListedDiploma: 36,
      withSpecialContract: { months: 18, hours: 800 },
      withBacPro: { floor: 3, enough: 9 },
    });
    expect(
      said('experience-five-years', learner({ workPeriods: since('2023-06-01') }), rules({ regulation: null })),
    ).toEqual([`false missing (${WORK})`]);
  });
});
