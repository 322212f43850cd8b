import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../../testing/catalogue.ts';
import { type PracticeRules, pharmacyAsked, type Reason } from '../verdict.ts';
import { judgePharmacy } from './pharmacy.ts';
import { judgePractice, monthsAsked, practiceDueAt } from './practice.ts';

type Facts = Parameters<typeof judgePractice>[1];

const day = Temporal.PlainDate.from;
const exam = (await shippedCatalogue()).exam('bp');
if (exam === undefined) throw new Error('no exam');
const { admission } = exam;
const { practice, pharmacy } = admission;
if (practice === undefined || pharmacy === undefined) throw new Error('asks for no work');
const { withoutDiploma, withListedDiploma, withSpecialContract, withBacPro } = practice;
const EXAM = day('2024-06-03');
const rules: PracticeRules = {
  today: day('2023-11-15'),
  examStartsOn: EXAM,
  conditionsDueAt: 'enrolment',
  admission,
  regulation: null,
};
/** An order that fixes nothing. */
const ORDER = {
  trainingHours: { continuingTraining: null, apprenticeshipPerYear: null, bacProOfTheSector: null },
  yearsWithoutDiploma: null,
  yearsWithListedDiploma: null,
  monthsWithSpecialContract: null,
  monthsWithBacPro: null,
  source: null,
  confidence: 'unknown',
} as const;
const since = (from: string): Facts['workPeriods'] => [{ from: day(from), to: null }];
const worked = (from: string, to: string): Facts['workPeriods'] => [{ from: day(from), to: day(to) }];
const judge = (changes: Partial<Facts>, others: Partial<PracticeRules> = {}) => {
  const facts: Facts = {
    diploma: 'none',
    workPeriods: [],
    specialContract: null,
    trainingHours: null,
    lastUnitPresented: true,
    ...changes,
  };
  const asked = { ...rules, ...others };
  const judged =
    pharmacyAsked(asked) === null ? judgePractice(practice, facts, asked) : judgePharmacy(pharmacy, facts, asked);
  const reason = judged.reasons.at(-1);
  const { experience } = judged;
  if (reason === undefined || experience === undefined) throw new Error('not judged');
  const { code, met, detail, source } = reason;
  return [code, met, detail, experience.requiredMonths, source];
};
const listed = { diploma: 'level-3-listed' } as const;
const twentyMonths = { ...listed, workPeriods: worked('2022-01-01', '2023-08-31') };

type Expected = readonly [boolean | null, string, number?, string?];

describe('Five years without a diploma', () => {
  const almost = { workPeriods: since('2022-01-01') };
  const atExam = (days: number) => ({ workPeriods: since(EXAM.subtract({ days }).toString()) });
  it.each<[string, Partial<Facts>, Partial<PracticeRules>, Expected]>([
    ['are enough today', { workPeriods: since('2018-11-16') }, {}, [true, 'now']],
    ['are judged by the office if they are only full at the exam', atExam(1824), {}, [null, 'at-exam']],
    ['miss a day at the exam', atExam(1823), {}, [false, 'missing']],
    ['are enough at the exam where they are due then', atExam(1824), { conditionsDueAt: 'exam' }, [true, 'at-exam']],
    [
      'of a job that ended are full already, wherever they are due',
      { workPeriods: worked('2015-01-01', '2020-01-01') },
      { conditionsDueAt: 'exam' },
      [true, 'now'],
    ],
    ['are missing when the last unit is presented', almost, {}, [false, 'missing']],
    [
      'may come later, when units are left for another session',
      { ...almost, lastUnitPresented: false },
      {},
      [null, 'later-allowed', 60, "code de l'éducation, art. D337-106"],
    ],
    [
      'may come later, when nobody knows what is left',
      { ...almost, lastUnitPresented: null },
      {},
      [null, 'later-allowed', 60, "code de l'éducation, art. D337-106"],
    ],
    ['may be too much to ask of a diploma that is not known', { ...almost, diploma: null }, {}, [null, 'unknown']],
    ['are enough whatever the diploma', { diploma: null, workPeriods: since('2018-11-16') }, {}, [true, 'now']],
  ])('%s', (_, facts, others, [met, detail, months = 60, source = withoutDiploma.source]) => {
    expect(judge(facts, others)).toEqual(['experience-five-years', met, detail, months, source]);
  });
});

describe('Two years with a listed diploma', () => {
  const contract = withSpecialContract.source;
  it.each<[string, Partial<Facts>, Expected]>([
    ['are enough', { workPeriods: since('2021-11-16') }, [true, 'now']],
    ['of which twenty months are judged by the office', {}, [null, 'to-judge']],
    [
      'are less with a contract and its hours',
      { specialContract: true, trainingHours: 800 },
      [true, 'now', 20, contract],
    ],
    ['need the contract to be known', { specialContract: null, trainingHours: 800 }, [null, 'to-judge']],
    ['need the hours to be known', { specialContract: true, trainingHours: null }, [null, 'to-judge']],
    ['are not less without the contract', { specialContract: false, trainingHours: 800 }, [false, 'missing']],
    ['are not less an hour short', { specialContract: true, trainingHours: 799 }, [false, 'missing']],
    ['are not less without anything known of the hours', { specialContract: false }, [false, 'missing']],
    ['whose twenty months come at the exam are judged', { workPeriods: since('2022-10-01') }, [null, 'at-exam']],
  ])('%s', (_, facts, [met, detail, months = 24, source = withListedDiploma.source]) => {
    expect(judge({ ...twentyMonths, ...facts })).toEqual(['experience-two-years', met, detail, months, source]);
  });
});

describe('A diploma that alone opens the exam', () => {
  it('asks for no month, with a contract or without', () => {
    const none = { ...practice, withListedDiploma: { months: 0, source: 'arrêté' } };
    for (const specialContract of [true, false, null]) {
      const facts = {
        diploma: 'level-3-listed',
        specialContract,
        trainingHours: 800,
        lastUnitPresented: true,
      } as const;
      const { reasons, experience } = judgePractice(none, { ...facts, workPeriods: [] }, rules);
      expect(reasons.map(({ met, detail }) => [met, detail])).toEqual([[true, 'now']]);
      expect(experience?.requiredMonths).toBe(0);
    }
  });
});

describe('The bac pro of the sector', () => {
  it.each<[string, string, Expected]>([
    ['asks for a year', '2022-11-16', [true, 'now']],
    ['leaves six months for the office to judge', '2023-05-01', [null, 'to-judge']],
    ['leaves six months at the exam too', '2023-12-01', [null, 'at-exam']],
    ['is nothing without six months', '2024-01-01', [false, 'missing']],
  ])('%s', (_, from, [met, detail]) => {
    const facts = { diploma: 'bac-pro-sector', workPeriods: since(from) } as const;
    expect(judge(facts)).toEqual(['experience-bac-pro', met, detail, 12, withBacPro.source]);
  });
});

describe('The préparateur en pharmacie', () => {
  const regulation = { eligibility: 'pharmacy', conditions: ORDER } as const;
  it.each<[string, Partial<Facts>, Expected]>([
    [
      'needs a diploma of the list, whatever was worked',
      { workPeriods: since('2010-01-01') },
      [false, 'no-listed-diploma'],
    ],
    ['with two years is judged by the office', { ...listed, workPeriods: since('2021-11-16') }, [null, 'to-judge']],
    ['with two years at the exam too', { ...listed, workPeriods: since('2022-05-01') }, [null, 'at-exam']],
    [
      'whose years are older than four has none',
      { ...listed, workPeriods: worked('2015-01-01', '2020-06-02') },
      [false, 'missing'],
    ],
    [
      'has only what is left of the four years',
      { ...listed, workPeriods: worked('2015-01-01', '2022-06-01') },
      [false, 'missing'],
    ],
    [
      'has two years from the first of the four',
      { ...listed, workPeriods: worked('2015-01-01', '2022-06-02') },
      [null, 'to-judge'],
    ],
  ])('%s', (_, facts, [met, detail]) => {
    expect(judge(facts, { regulation })).toEqual(['experience-own-decree', met, detail, 24, pharmacy.source]);
  });
});

describe('While no text fixes the day of the exam, it may be any until 31 December', () => {
  const derived = { possibleExamDays: { first: day('2024-01-15'), last: day('2024-12-31') } };
  it.each<[string, Partial<Facts>, Expected]>([
    ['the office judges what is full on the last of them', { workPeriods: since('2020-01-03') }, [null, 'exam-day']],
    ['a day less is full on none', { workPeriods: since('2020-01-04') }, [false, 'missing']],
    ['a job that ended is full on none', { workPeriods: worked('2020-01-03', '2024-06-30') }, [false, 'missing']],
    ['our own day comes first', { workPeriods: since('2019-06-01') }, [null, 'at-exam']],
    [
      'units left for another session wait for it anyway',
      { workPeriods: since('2020-01-03'), lastUnitPresented: false },
      [null, 'later-allowed'],
    ],
  ])('%s', (_, facts, [met, detail]) => {
    expect(judge(facts, derived).slice(1, 3)).toEqual([met, detail]);
  });
  it("the pharmacy's four years count back from the first of them", () => {
    const pharmacist = { ...derived, regulation: { eligibility: 'pharmacy', conditions: ORDER } } as const;
    const until = (last: string) =>
      judge({ ...listed, workPeriods: worked('2015-01-01', last) }, pharmacist).slice(1, 3);
    expect(until('2022-01-13')).toEqual([null, 'exam-day']);
    expect(until('2022-01-12')).toEqual([false, 'missing']);
  });
});

describe('An exam whose law lets no work wait for the last unit', () => {
  const { withLastUnit: _, ...strict } = practice;
  it('asks for it at every enrolment, in whatever form', () => {
    const facts = {
      diploma: 'none',
      workPeriods: since('2022-01-01'),
      specialContract: null,
      trainingHours: null,
    } as const;
    for (const lastUnitPresented of [true, false, null])
      expect(judgePractice(strict, { ...facts, lastUnitPresented }, rules).reasons).toMatchObject([
        { code: 'experience-five-years', met: false, detail: 'missing', source: withoutDiploma.source },
      ]);
  });
});

describe('The certificate of work is due', () => {
  const due = (...reasons: readonly Pick<Reason, 'code' | 'detail'>[]) => practiceDueAt(reasons);
  it('at the enrolment, unless the months are still to come', () => {
    expect(due()).toBe('enrolment');
    for (const detail of ['now', 'to-judge', 'missing', 'unknown'] as const)
      expect(due({ code: 'experience-five-years', detail })).toBe('enrolment');
  });
  it('at the exam where they come by then', () => {
    expect(due({ code: 'experience-two-years', detail: 'at-exam' })).toBe('exam');
    expect(due({ code: 'experience-own-decree', detail: 'exam-day' })).toBe('exam');
  });
  it('with the last unit where they may come later', () => {
    expect(due({ code: 'experience-bac-pro', detail: 'later-allowed' })).toBe('last-unit');
  });
  it('by what is said of work, whatever is said of the rest', () => {
    expect(due({ code: 'training', detail: 'later-allowed' }, { code: 'experience-bac-pro', detail: 'at-exam' })).toBe(
      'exam',
    );
    expect(due({ code: 'training', detail: 'later-allowed' })).toBe('enrolment');
  });
});

describe('The months asked', () => {
  const common = {
    withoutDiploma: 60,
    withListedDiploma: 24,
    withSpecialContract: { months: 20, hours: 800 },
    withBacPro: { floor: 6, enough: 12 },
  };
  const { conditions: _, ...withoutConditions } = { eligibility: 'common', conditions: ORDER } as const;
  it.each([
    ['without a regulation', null],
    ['of a regulation whose order nobody has read', withoutConditions],
    ['of an order that fixes none', { eligibility: 'common', conditions: ORDER }],
  ] as const)('are those of the Code %s', (_, regulation) => {
    expect(monthsAsked(practice, regulation as PracticeRules['regulation'])).toEqual(common);
  });
  it("are those of the speciality's own order where it fixes them", () => {
    const own = {
      ...ORDER,
      yearsWithoutDiploma: 3,
      yearsWithListedDiploma: 1,
      monthsWithSpecialContract: 10,
      monthsWithBacPro: [4, 8],
    } as const;
    expect(monthsAsked(practice, { eligibility: 'common', conditions: own })).toEqual({
      withoutDiploma: 36,
      withListedDiploma: 12,
      withSpecialContract: { months: 10, hours: 800 },
      withBacPro: { floor: 4, enough: 8 },
    });
  });
});
