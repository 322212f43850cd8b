import { describe, expect, it } from 'vitest';
import type { Admission } from '../../../catalogue/index.ts';
import { shippedCatalogue } from '../../../testing/catalogue.ts';
import { judgeEligibility } from '../eligibility.ts';
import type { EligibilityFacts, EligibilityRules } from '../verdict.ts';

const day = Temporal.PlainDate.from;
const whole = (await shippedCatalogue()).exam('bp')?.admission ?? {};
const MAJORITY = { age: 18, on: '12-31', source: 'D337-7', confidence: 'official' } as const;

const rules = (admission: Admission): EligibilityRules => ({
  today: day('2023-11-15'),
  examStartsOn: day('2024-06-03'),
  conditionsDueAt: 'enrolment',
  admission,
  regulation: null,
  notChoosable: null,
  unitsKnown: true,
});
/** Nobody in particular: of age, of another academy, without work, diploma or training. */
const facts = (changes: Partial<EligibilityFacts> = {}): EligibilityFacts => ({
  category: 'other',
  form: 'GLOBAL',
  formerForm: 'PROGRESSIVE',
  satAllTests: null,
  twoYearsInCentre: null,
  diploma: 'none',
  workPeriods: [],
  specialContract: null,
  trainingHours: null,
  positioning: false,
  livesInAcademy: false,
  frenchNational: true,
  birthDate: day('1998-05-30'),
  ageToday: 25,
  lastUnitPresented: true,
  creditDoubts: [],
  ...changes,
});
const found = (admission: Admission, changes: Partial<EligibilityFacts> = {}): readonly string[] =>
  judgeEligibility(facts(changes), rules(admission)).reasons.map(({ code, met, detail }) => `${code} ${met} ${detail}`);

describe('What an exam asks to let somebody in', () => {
  it('is nothing where its pack switches nothing on', () => {
    expect(found({})).toEqual([]);
    expect(judgeEligibility(facts(), rules({}))).toMatchObject({
      grade: 'eligible',
      experience: { requiredMonths: 0 },
    });
  });

  it.each([
    ['formerOrDistance', 'category false plain'],
    ['formerForm', 'former-form false plain'],
    ['practice', 'experience-five-years false missing'],
    ['residence', 'residence false plain'],
    ['nationalService', 'national-service true not-concerned'],
  ] as const)('is judged by the evaluator that the key names: %s', (key, expected) => {
    expect(found({ [key]: whole[key] })).toEqual([expected]);
  });

  it('leaves weeks in a workplace to a person, in the specialities whose order asks them, whoever asks', () => {
    const admission = { workPlacement: { source: 'arrêté' } };
    const regulation = {
      conditions: undefined,
      eligibility: 'common',
      workPlacement: { weeks: 14, source: 'Arrêté du 22 février 2017', confidence: 'uncertain' },
    } as const;
    const judged = (asked: Admission, of: EligibilityRules['regulation']) =>
      judgeEligibility(facts(), { ...rules(asked), regulation: of });
    const verdict = judged(admission, regulation);
    expect([verdict.grade, verdict.reasons]).toEqual([
      'to-check',
      [
        {
          code: 'work-placement',
          met: null,
          detail: 'to-judge',
          source: 'Arrêté du 22 février 2017',
          weeks: 14,
        },
      ],
    ]);
    expect(judged(admission, null).grade).toBe('eligible');
    expect(judged({}, regulation).grade).toBe('eligible');
  });

  it('is read in one order, whatever the order of the keys', () => {
    const backwards = Object.fromEntries(Object.entries({ ...whole, majority: MAJORITY }).reverse());
    expect(found(backwards).map((reason) => reason.split(' ')[0])).toEqual([
      'category',
      'former-form',
      'majority',
      'experience-five-years',
      'residence',
      'national-service',
    ]);
  });
});

describe("Of age on 31 December of the exam's year, or prepared", () => {
  const majority = (birthDate: string, category: EligibilityFacts['category']): string | undefined =>
    found({ majority: MAJORITY }, { birthDate: day(birthDate), category })[0];
  it('counts the birthday of that very day', () => {
    expect(majority('2006-12-31', 'other')).toBe('majority true plain');
    expect(majority('2007-01-01', 'other')).toBe('majority false missing');
  });
  it('lets in a minor who follows a preparation, which a piece shows, and waits for who has not said', () => {
    expect(majority('2007-01-01', 'distance-learner')).toBe('majority true by-piece');
    expect(majority('2007-01-01', 'previous-candidate')).toBe('majority false missing');
    expect(majority('2007-01-01', null)).toBe('majority null unknown');
  });
  it('takes the figures of the pack', () => {
    const asked = { majority: { ...MAJORITY, age: 16, on: '06-30' } };
    const at = (birthDate: string) => found(asked, { birthDate: day(birthDate) });
    expect([at('2008-06-30'), at('2008-07-01')]).toEqual([['majority true plain'], ['majority false missing']]);
  });
});
