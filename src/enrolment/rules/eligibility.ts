import { judgePractice } from './practice.ts';
import type {
  EligibilityFacts,
  EligibilityRules,
  PracticeRules,
  Reason,
  ReasonCode,
  ReasonDetail,
  Verdict,
} from './verdict.ts';

/** The conditions of the notice (« CONDITIONS D'INSCRIPTION ») and of D337-101, -102 and -106, one reason each. */
export function judgeEligibility(facts: EligibilityFacts, rules: EligibilityRules): Verdict {
  const { reason: practice, experience } = judgePractice(facts, rules);
  const reasons = [
    ...judgeSpeciality(rules),
    judgeCategory(facts),
    ...judgeFormerForm(facts),
    ...judgeTraining(facts, rules),
    practice,
    judgeResidence(facts),
    judgeNationalService(facts, rules),
    ...judgeCredits(facts),
  ];
  const grade = reasons.some((reason) => reason.met === false)
    ? 'not-eligible'
    : reasons.every((reason) => reason.met === true)
      ? 'eligible'
      : 'to-check';
  return { grade, reasons, experience };
}

const reason = (code: ReasonCode, met: boolean | null, detail: ReasonDetail, source: string): Reason => ({
  code,
  met,
  source,
  detail,
});

const NOTICE = "notice, conditions d'inscription";

/** A speciality of another time, or kept for former candidates; units that nobody knows yet are for the office to fill. */
function judgeSpeciality({ notChoosable, unitsKnown }: EligibilityRules): readonly Reason[] {
  if (notChoosable === 'unknown') return [reason('speciality', null, 'unknown', NOTICE)];
  const source = 'nomenclature des diplômes (BCN)';
  if (notChoosable !== null) return [{ ...reason('speciality', false, 'not-choosable', source), notChoosable }];
  return unitsKnown ? [] : [reason('speciality', null, 'to-complete', source)];
}

/**
 * Former candidate who sat all the tests after two years in a centre, or distance learner. A progressive candidate has by
 * nature not sat them all: the office judges.
 */
function judgeCategory(facts: EligibilityFacts): Reason {
  if (facts.category === null) return reason('category', null, 'unknown', NOTICE);
  if (facts.category === 'distance-learner') return reason('category', true, 'plain', NOTICE);
  if (facts.category === 'other') return reason('category', false, 'plain', NOTICE);
  if (facts.twoYearsInCentre === false) return reason('category', false, 'missing', NOTICE);
  if (facts.satAllTests === false)
    return (facts.formerForm ?? facts.form) === 'PROGRESSIVE'
      ? reason('category', null, 'to-judge', NOTICE)
      : reason('category', false, 'missing', NOTICE);
  if (facts.satAllTests === null || facts.twoYearsInCentre === null) return reason('category', null, 'unknown', NOTICE);
  return reason('category', true, 'plain', NOTICE);
}

/** Who failed before keeps the form of passage of the former session (notice, « Forme de passage »). */
function judgeFormerForm({ category, form, formerForm }: EligibilityFacts): readonly Reason[] {
  if (category !== 'previous-candidate' || form === null || formerForm === null) return [];
  return [reason('former-form', form === formerForm, 'plain', 'notice, «\u00a0Forme de passage\u00a0»')];
}

/**
 * Hours of training fixed by each order (D337-101), fewer with a bac pro of the sector; a decision of the recteur may cut
 * them, even to zero (D337-103). A former candidate shows the two years in a centre instead, pharmacy apart.
 */
function judgeTraining(facts: EligibilityFacts, rules: EligibilityRules): readonly Reason[] {
  const pharmacy = rules.regulation?.eligibility === 'pharmacy';
  const source = pharmacy ? rules.conditions.pharmacy.source : "code de l'éducation, art. D337-101";
  if (facts.category === 'previous-candidate' && !pharmacy) return [];
  if (facts.positioning && !pharmacy)
    return [reason('training', true, 'by-piece', "code de l'éducation, art. D337-103")];
  const minimum = minimumHours(facts, rules);
  if (facts.trainingHours === null || minimum === null) return [reason('training', true, 'by-piece', source)];
  return facts.trainingHours >= minimum
    ? [reason('training', true, 'plain', source)]
    : [reason('training', null, 'to-judge', source)];
}

/** null: no source gives it for this speciality. */
function minimumHours(
  { diploma }: Pick<EligibilityFacts, 'diploma'>,
  { regulation, conditions }: Pick<PracticeRules, 'regulation' | 'conditions'>,
): number | null {
  if (regulation?.eligibility === 'pharmacy') return conditions.pharmacy.hours;
  const hours = regulation?.conditions?.trainingHours;
  const usual = hours?.continuingTraining ?? null;
  return diploma === 'bac-pro-sector' ? (hours?.bacProOfTheSector ?? usual) : usual;
}

/** Nothing is said of credits that are plain: the rules of the step refused the others before. */
function judgeCredits({ creditDoubts }: EligibilityFacts): readonly Reason[] {
  if (creditDoubts.length === 0) return [];
  const sources = [...new Set(creditDoubts.map(({ source }) => source))].join('\u00a0; ');
  return [{ ...reason('credits', null, 'to-judge', sources), doubts: creditDoubts }];
}

function judgeResidence({ livesInAcademy }: EligibilityFacts): Reason {
  return reason('residence', livesInAcademy, livesInAcademy === null ? 'unknown' : 'plain', NOTICE);
}

/** Census then defence day, for French citizens until the eve of the 25th birthday: shown by a piece. */
function judgeNationalService(
  { frenchNational, ageToday }: EligibilityFacts,
  { conditions }: EligibilityRules,
): Reason {
  const { untilAge, source } = conditions.nationalService;
  const concerned = frenchNational !== false && ageToday < untilAge;
  return reason('national-service', true, concerned ? 'by-piece' : 'not-concerned', source);
}
