import { daysWorked, monthsIn, type WorkPeriod } from './workPeriods.ts';

/** What the conditions of the notice are judged on. `null` stands for « je ne sais pas » or not asked. */
export type EligibilityFacts = {
  readonly category: 'previous-candidate' | 'distance-learner' | 'other';
  readonly form: 'GLOBAL' | 'PROGRESSIVE' | null;
  readonly satAllTests: boolean | null;
  readonly twoYearsInCentre: boolean | null;
  readonly diploma: 'none' | 'level-3-listed' | 'bac-pro-sector';
  readonly workPeriods: readonly WorkPeriod[];
  readonly trainingHours: number | null;
  readonly positioning: boolean;
  readonly livesInAcademy: boolean;
  readonly frenchNational: boolean;
  readonly ageToday: number;
  /** True in the globale form, or when no unit is left after this session. */
  readonly lastUnitPresented: boolean | null;
};

export type EligibilityRules = {
  readonly today: Temporal.PlainDate;
  readonly examStartsOn: Temporal.PlainDate;
  readonly conditionsDueAt: 'enrolment' | 'exam';
  readonly minimumTrainingHours: number | null;
  /** Préparateur en pharmacie: its own decree, judged by the office. */
  readonly ownDecree: boolean;
};

export type ReasonCode =
  | 'category'
  | 'training'
  | 'experience-five-years'
  | 'experience-two-years'
  | 'experience-bac-pro'
  | 'experience-own-decree'
  | 'residence'
  | 'national-service';

/** `met: null`: for the office to judge. `proof`: shown by a piece, so it doesn't weigh on the verdict. */
export type Reason = {
  readonly code: ReasonCode;
  readonly met: boolean | null;
  readonly proof: boolean;
  readonly source: string;
  readonly detail: ReasonDetail;
};
export type ReasonDetail =
  | 'now'
  | 'at-exam'
  | 'later-allowed'
  | 'missing'
  | 'to-judge'
  | 'unknown'
  | 'not-concerned'
  | 'by-piece'
  | 'plain';

export type Experience = { readonly months: number; readonly monthsAtExam: number; readonly requiredMonths: number };
export type Verdict = {
  readonly grade: 'eligible' | 'to-check' | 'not-eligible';
  readonly reasons: readonly Reason[];
  readonly experience: Experience;
};

/** The conditions of the notice (« CONDITIONS D'INSCRIPTION ») and of D337-101, -102 and -106, one reason each. */
export function judgeEligibility(facts: EligibilityFacts, rules: EligibilityRules): Verdict {
  const { reason: practice, experience } = judgePractice(facts, rules);
  const reasons = [
    judgeCategory(facts),
    judgeTraining(facts, rules),
    practice,
    judgeResidence(facts),
    judgeNationalService(facts),
  ];
  const judged = reasons.filter((reason) => !reason.proof);
  const grade = judged.some((reason) => reason.met === false)
    ? 'not-eligible'
    : judged.every((reason) => reason.met === true)
      ? 'eligible'
      : 'to-check';
  return { grade, reasons, experience };
}

const reason = (
  code: ReasonCode,
  met: boolean | null,
  detail: ReasonDetail,
  source: string,
  proof = false,
): Reason => ({ code, met, proof, source, detail });

/**
 * Former candidate who sat all the tests after two years in a centre, or distance learner. A progressive candidate has by
 * nature not sat them all: the office judges.
 */
function judgeCategory(facts: EligibilityFacts): Reason {
  const source = "notice, conditions d'inscription";
  if (facts.category === 'distance-learner') return reason('category', true, 'plain', source);
  if (facts.category === 'other') return reason('category', false, 'plain', source);
  if (facts.twoYearsInCentre === false) return reason('category', false, 'missing', source);
  if (facts.satAllTests === false)
    return facts.form === 'PROGRESSIVE'
      ? reason('category', null, 'to-judge', source)
      : reason('category', false, 'missing', source);
  if (facts.satAllTests === null || facts.twoYearsInCentre === null) return reason('category', null, 'unknown', source);
  return reason('category', true, 'plain', source);
}

/** Hours of training fixed by each order (D337-101); a decision of the recteur may cut them, even to zero (D337-103). */
function judgeTraining(facts: EligibilityFacts, rules: EligibilityRules): Reason {
  const source = "code de l'éducation, art. D337-101";
  if (facts.category === 'previous-candidate') return reason('training', true, 'not-concerned', source, true);
  if (facts.positioning) return reason('training', null, 'by-piece', "code de l'éducation, art. D337-103", true);
  if (facts.trainingHours === null || rules.minimumTrainingHours === null)
    return reason('training', null, 'unknown', source, true);
  return facts.trainingHours >= rules.minimumTrainingHours
    ? reason('training', true, 'plain', source)
    : reason('training', null, 'to-judge', source);
}

type Way = { readonly code: ReasonCode; readonly enough: number; readonly floor: number; readonly source: string };

/** `floor`: from there the office may accept (20 months with a special contract and 800 h; 6 months for the bac pro). */
const WAYS: Readonly<Record<EligibilityFacts['diploma'], Way>> = {
  none: { code: 'experience-five-years', enough: 60, floor: 60, source: "notice ; code de l'éducation, art. D337-102" },
  'level-3-listed': {
    code: 'experience-two-years',
    enough: 24,
    floor: 20,
    source: "notice ; code de l'éducation, art. D337-102",
  },
  'bac-pro-sector': {
    code: 'experience-bac-pro',
    enough: 12,
    floor: 6,
    source: "notice ; code de l'éducation, art. D337-102",
  },
};

function judgePractice(facts: EligibilityFacts, rules: EligibilityRules): { reason: Reason; experience: Experience } {
  const way = WAYS[facts.diploma];
  const months = monthsIn(daysWorked(facts.workPeriods, rules.today));
  const monthsAtExam = Math.max(months, monthsIn(daysWorked(facts.workPeriods, rules.examStartsOn)));
  const experience = { months, monthsAtExam, requiredMonths: rules.ownDecree ? 24 : way.enough };
  if (rules.ownDecree)
    return {
      reason: reason('experience-own-decree', null, 'to-judge', 'code de la santé publique, art. D4241-1 à D4241-8'),
      experience,
    };
  const due = rules.conditionsDueAt === 'exam' ? monthsAtExam : months;
  if (due >= way.enough)
    return { reason: reason(way.code, true, due === months ? 'now' : 'at-exam', way.source), experience };
  if (due >= way.floor) return { reason: reason(way.code, null, 'to-judge', way.source), experience };
  if (monthsAtExam >= way.floor) return { reason: reason(way.code, null, 'at-exam', way.source), experience };
  // Due when the last unit is presented (D337-106, last paragraph): not before, for those who spread their units.
  if (facts.lastUnitPresented === false)
    return { reason: reason(way.code, null, 'later-allowed', "code de l'éducation, art. D337-106"), experience };
  return { reason: reason(way.code, false, 'missing', way.source), experience };
}

function judgeResidence(facts: EligibilityFacts): Reason {
  return reason('residence', facts.livesInAcademy, 'plain', "notice, conditions d'inscription");
}

/** Census then defence day, for French citizens until the eve of the 25th birthday (code du service national, L113-4, L114-6). */
function judgeNationalService(facts: EligibilityFacts): Reason {
  const concerned = facts.frenchNational && facts.ageToday < 25;
  const source = 'code du service national, art. L113-4 et L114-6';
  return concerned
    ? reason('national-service', null, 'by-piece', source, true)
    : reason('national-service', true, 'not-concerned', source, true);
}
