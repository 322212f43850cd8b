import type { EligibilityFacts, Experience, PracticeRules, Reason, ReasonCode, ReasonDetail } from './verdict.ts';
import { dayReached, daysWorked, monthsIn, sinceDay, type WorkPeriod } from './workPeriods.ts';

type PracticeFacts = Pick<
  EligibilityFacts,
  'diploma' | 'workPeriods' | 'specialContract' | 'trainingHours' | 'lastUnitPresented'
>;

/** `enough` months open the exam; from `floor` on, the office judges. */
type Way = { readonly code: ReasonCode; readonly enough: number; readonly floor: number; readonly source: string };

/** The months of work in relation with the diploma (D337-102): five years, two with a listed diploma, less with a bac pro. */
export function judgePractice(
  facts: PracticeFacts,
  rules: PracticeRules,
): { readonly reason: Reason; readonly experience: Experience } {
  return rules.regulation?.eligibility === 'pharmacy' ? judgePharmacy(facts, rules) : judgeCommon(facts, rules);
}

function judgeCommon(facts: PracticeFacts, rules: PracticeRules): { reason: Reason; experience: Experience } {
  const way = wayOf(facts, rules);
  const experience = experienceOf(facts.workPeriods, rules, way.enough);
  const [met, detail] = judgeMonths(way, experience, rules, facts.lastUnitPresented);
  // Without knowing the diploma, less than five years may be enough.
  if (facts.diploma === null && met !== true)
    return { reason: reasonFor(way.code, null, 'unknown', way.source), experience };
  const source = detail === 'later-allowed' ? LATER : way.source;
  return { reason: reasonFor(way.code, met, detail, source), experience };
}

const LATER = "code de l'éducation, art. D337-106";

function wayOf(facts: PracticeFacts, { conditions, regulation }: PracticeRules): Way {
  const own = regulation?.conditions;
  if (facts.diploma === 'bac-pro-sector') {
    const { floorMonths, months, source } = conditions.withBacPro;
    const [floor, enough] = own?.monthsWithBacPro ?? [floorMonths, months];
    return { code: 'experience-bac-pro', enough, floor, source };
  }
  if (facts.diploma === 'level-3-listed') {
    const { months, source } = conditions.withListedDiploma;
    const usual = 12 * (own?.yearsWithListedDiploma ?? months / 12);
    const contract = conditions.withSpecialContract;
    const short = own?.monthsWithSpecialContract ?? contract.months;
    const way = { code: 'experience-two-years', enough: usual, floor: short, source } as const;
    const hours = facts.trainingHours === null ? null : facts.trainingHours >= contract.hours;
    if (facts.specialContract === false || hours === false) return { ...way, floor: usual };
    return facts.specialContract === true && hours === true ? { ...way, enough: short, source: contract.source } : way;
  }
  const { months, source } = conditions.withoutDiploma;
  const enough = 12 * (own?.yearsWithoutDiploma ?? months / 12);
  return { code: 'experience-five-years', enough, floor: enough, source };
}

/**
 * Two years in a pharmacy and a diploma of the list, both within the four years before the exam; part time counts down to
 * half time. Whether a job is in a pharmacy is the office's to read: what is enough by its months is never sure.
 */
function judgePharmacy(facts: PracticeFacts, rules: PracticeRules): { reason: Reason; experience: Experience } {
  const { months, withinYears, source } = rules.conditions.pharmacy;
  const code = 'experience-own-decree';
  const recent = sinceDay(facts.workPeriods, rules.examStartsOn.subtract({ years: withinYears }));
  const experience = experienceOf(recent, rules, months);
  if (facts.diploma === 'none') return { reason: reasonFor(code, false, 'no-listed-diploma', source), experience };
  const way = { code, enough: months, floor: months, source } as const;
  const [met, detail] = judgeMonths(way, experience, rules, facts.lastUnitPresented);
  return { reason: reasonFor(code, met === true ? null : met, met === true ? 'to-judge' : detail, source), experience };
}

function experienceOf(periods: readonly WorkPeriod[], rules: PracticeRules, requiredMonths: number): Experience {
  const months = monthsIn(daysWorked(periods, rules.today));
  const monthsAtExam = Math.max(months, monthsIn(daysWorked(periods, rules.examStartsOn)));
  return { months, monthsAtExam, requiredMonths, reachedOn: dayReached(periods, requiredMonths) };
}

function judgeMonths(
  way: Way,
  { months, monthsAtExam }: Experience,
  rules: PracticeRules,
  lastUnitPresented: boolean | null,
): readonly [boolean | null, ReasonDetail] {
  const due = rules.conditionsDueAt === 'exam' ? monthsAtExam : months;
  if (due >= way.enough) return [true, due === months ? 'now' : 'at-exam'];
  if (due >= way.floor) return [null, 'to-judge'];
  if (monthsAtExam >= way.floor) return [null, 'at-exam'];
  // Due when the last unit is presented (D337-106, last paragraph): not before, for those who spread their units.
  return lastUnitPresented === true ? [false, 'missing'] : [null, 'later-allowed'];
}

function reasonFor(code: ReasonCode, met: boolean | null, detail: ReasonDetail, source: string): Reason {
  return { code, met, detail, source };
}
