import type { Admission } from '../../../catalogue/index.ts';
import { type EligibilityFacts, type Judged, type PracticeRules, reasonOf } from '../verdict.ts';
import { sinceDay } from '../workPeriods.ts';
import { experienceOf, judgeMonths, monthsAtMost, type PracticeFacts } from './practice.ts';
import { judgeHours } from './training.ts';

type Pharmacy = NonNullable<Admission['pharmacy']>;
type PharmacyFacts = PracticeFacts & Pick<EligibilityFacts, 'trainingHours'>;

/**
 * Two years in a pharmacy and a diploma of the list, both within the four years before the exam; part time counts down to
 * half time. Whether a job is in a pharmacy is the office's to read: what is enough by its months is never sure.
 */
export function judgePharmacy(asked: Pharmacy, facts: PharmacyFacts, rules: PracticeRules): Judged {
  const { months, withinYears, source } = asked;
  const hours = judgeHours({ required: asked.hours, source }, facts);
  const code = 'experience-own-decree';
  const recent = sinceDay(facts.workPeriods, rules.examStartsOn.subtract({ years: withinYears }));
  const experience = experienceOf(recent, rules, months);
  if (facts.diploma === 'none')
    return { reasons: [hours, reasonOf(code, false, 'no-listed-diploma', source)], experience };
  const way = { code, enough: months, floor: months, source } as const;
  const { possibleExamDays } = rules;
  const most =
    possibleExamDays === undefined
      ? null
      : monthsAtMost(sinceDay(facts.workPeriods, possibleExamDays.first.subtract({ years: withinYears })), rules);
  const [met, detail] = judgeMonths(way, experience, rules, facts.lastUnitPresented, most);
  const work = reasonOf(code, met === true ? null : met, met === true ? 'to-judge' : detail, source);
  return { reasons: [hours, work], experience };
}
