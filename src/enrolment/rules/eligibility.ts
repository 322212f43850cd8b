import { judgeAdmission } from './admission/admission.ts';
import {
  type EligibilityFacts,
  type EligibilityRules,
  type EligibilityVerdict,
  type Experience,
  type Reason,
  reasonOf,
} from './verdict.ts';

/** The conditions that the exam's pack switches on, one reason each; around them what every exam asks: a speciality, its credits. */
export function judgeEligibility(facts: EligibilityFacts, rules: EligibilityRules): EligibilityVerdict {
  const judged = judgeAdmission(facts, rules);
  const reasons = [...judgeSpeciality(rules), ...judged.flatMap((one) => one.reasons), ...judgeCredits(facts)];
  const grade = reasons.some((reason) => reason.met === false)
    ? 'not-eligible'
    : reasons.every((reason) => reason.met === true)
      ? 'eligible'
      : 'to-check';
  return { grade, reasons, experience: judged.find(({ experience }) => experience)?.experience ?? NO_WORK_ASKED };
}

const NO_WORK_ASKED: Experience = { months: 0, monthsAtExam: 0, requiredMonths: 0, reachedOn: null };
const NOTICE = "notice, conditions d'inscription";

/** A speciality of another time, or kept for former candidates; units that nobody knows yet are for the office to fill. */
function judgeSpeciality({ notChoosable, unitsKnown }: EligibilityRules): readonly Reason[] {
  if (notChoosable === 'unknown') return [reasonOf('speciality', null, 'unknown', NOTICE)];
  const source = 'nomenclature des diplômes (BCN)';
  if (notChoosable !== null) return [{ ...reasonOf('speciality', false, 'not-choosable', source), notChoosable }];
  return unitsKnown ? [] : [reasonOf('speciality', null, 'to-complete', source)];
}

/** Nothing is said of credits that are plain: the rules of the step refused the others before. */
function judgeCredits({ creditDoubts }: EligibilityFacts): readonly Reason[] {
  if (creditDoubts.length === 0) return [];
  const sources = [...new Set(creditDoubts.map(({ source }) => source))].join('\u00a0; ');
  return [{ ...reasonOf('credits', null, 'to-judge', sources), doubts: creditDoubts }];
}
