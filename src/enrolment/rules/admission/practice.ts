import type { Admission } from '../../../catalogue/index.ts';
import {
  type EligibilityFacts,
  type Experience,
  type Judged,
  type PracticeRules,
  type Reason,
  type ReasonCode,
  type ReasonDetail,
  reasonOf,
} from '../verdict.ts';
import { dayReached, monthsWorked, type WorkPeriod } from '../workPeriods.ts';

export type PracticeFacts = Pick<
  EligibilityFacts,
  'diploma' | 'workPeriods' | 'specialContract' | 'trainingHours' | 'lastUnitPresented'
>;

export type Practice = NonNullable<Admission['practice']>;

/** `enough` months open the exam; from `floor` on, the office judges. */
export type PracticeWay = {
  readonly code: ReasonCode;
  readonly enough: number;
  readonly floor: number;
  readonly source: string;
};

/** The months of work in relation with the diploma (D337-102): five years, two with a listed diploma, less with a bac pro. */
export function judgePractice(asked: Practice, facts: PracticeFacts, rules: PracticeRules): Judged {
  const way = wayOf(asked, facts, rules);
  const experience = experienceOf(facts.workPeriods, rules, way.enough);
  // Where no law lets it wait for the last unit, it is due with any.
  const isDue = asked.withLastUnit === undefined ? true : facts.lastUnitPresented;
  const most = monthsAtMost(facts.workPeriods, rules);
  const [met, detail] = judgeMonths(way, experience, rules, isDue, most);
  // Without knowing the diploma, less than five years may be enough.
  if (facts.diploma === null && met !== true)
    return { reasons: [reasonOf(way.code, null, 'unknown', way.source)], experience };
  const source = (detail === 'later-allowed' ? asked.withLastUnit?.source : undefined) ?? way.source;
  return { reasons: [reasonOf(way.code, met, detail, source)], experience };
}

/** The months of work that each situation asks for: the speciality's own order first, else the Code. */
export type MonthsAsked = {
  readonly withoutDiploma: number;
  readonly withListedDiploma: number;
  /** A contract of work and training after the listed diploma, with so many hours of training. */
  readonly withSpecialContract: { readonly months: number; readonly hours: number };
  /** From the floor on, the office judges. */
  readonly withBacPro: { readonly floor: number; readonly enough: number };
};

export function monthsAsked(asked: Practice, regulation: PracticeRules['regulation']): MonthsAsked {
  const own = regulation?.conditions;
  const { withoutDiploma, withListedDiploma, withSpecialContract, withBacPro } = asked;
  const [floor, enough] = own?.monthsWithBacPro ?? [withBacPro.floorMonths, withBacPro.months];
  return {
    withoutDiploma: inMonths(own?.yearsWithoutDiploma) ?? withoutDiploma.months,
    withListedDiploma: inMonths(own?.yearsWithListedDiploma) ?? withListedDiploma.months,
    withSpecialContract: {
      months: own?.monthsWithSpecialContract ?? withSpecialContract.months,
      hours: withSpecialContract.hours,
    },
    withBacPro: { floor, enough },
  };
}

function inMonths(years: number | null | undefined): number | null {
  return years === null || years === undefined ? null : 12 * years;
}

function wayOf(common: Practice, facts: PracticeFacts, { regulation }: PracticeRules): PracticeWay {
  const asked = monthsAsked(common, regulation);
  const { withoutDiploma, withListedDiploma, withSpecialContract, withBacPro } = common;
  if (facts.diploma === 'bac-pro-sector')
    return { code: 'experience-bac-pro', ...asked.withBacPro, source: withBacPro.source };
  if (facts.diploma === 'level-3-listed') {
    const usual = asked.withListedDiploma;
    const { months: short, hours: least } = asked.withSpecialContract;
    const way = {
      code: 'experience-two-years',
      enough: usual,
      floor: Math.min(short, usual),
      source: withListedDiploma.source,
    } as const;
    const hours = facts.trainingHours === null ? null : facts.trainingHours >= least;
    if (facts.specialContract === false || hours === false) return { ...way, floor: usual };
    return facts.specialContract === true && hours === true
      ? { ...way, enough: Math.min(short, usual), source: withSpecialContract.source }
      : way;
  }
  const enough = asked.withoutDiploma;
  return { code: 'experience-five-years', enough, floor: enough, source: withoutDiploma.source };
}

export function experienceOf(periods: readonly WorkPeriod[], rules: PracticeRules, requiredMonths: number): Experience {
  const months = monthsWorked(periods, rules.today);
  const monthsAtExam = Math.max(months, monthsWorked(periods, rules.examStartsOn));
  return { months, monthsAtExam, requiredMonths, reachedOn: dayReached(periods, requiredMonths) };
}

/** On the last day that the exam may begin; null while its day is sure. */
export function monthsAtMost(periods: readonly WorkPeriod[], { possibleExamDays }: PracticeRules): number | null {
  return possibleExamDays === undefined ? null : monthsWorked(periods, possibleExamDays.last);
}

export function judgeMonths(
  way: PracticeWay,
  { months, monthsAtExam }: Experience,
  rules: PracticeRules,
  isDue: boolean | null,
  monthsAtMost: number | null,
): readonly [boolean | null, ReasonDetail] {
  const due = rules.conditionsDueAt === 'exam' ? monthsAtExam : months;
  if (due >= way.enough) return [true, due === months ? 'now' : 'at-exam'];
  if (due >= way.floor) return [null, 'to-judge'];
  if (monthsAtExam >= way.floor) return [null, 'at-exam'];
  if (isDue === true && (monthsAtMost ?? 0) >= way.floor) return [null, 'exam-day'];
  // Due when the last unit is presented, not before, for those who spread their units; null: nobody knows what is left.
  return isDue === true ? [false, 'missing'] : [null, 'later-allowed'];
}

/** When the months of work have to be complete, by what the verdict says of them: the piece that proves them follows. */
export function practiceDueAt(reasons: readonly Pick<Reason, 'code' | 'detail'>[]): 'enrolment' | 'exam' | 'last-unit' {
  const detail = reasons.find(({ code }) => code.startsWith('experience-'))?.detail;
  if (detail === 'later-allowed') return 'last-unit';
  return detail === 'at-exam' || detail === 'exam-day' ? 'exam' : 'enrolment';
}
