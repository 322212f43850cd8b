import type { Regulation } from '../../catalogue/index.ts';
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

/** Who sat before, whatever they enrol as, keeps the form of passage of the former session (notice, « Forme de passage »). */
function judgeFormerForm({ form, formerForm }: EligibilityFacts): readonly Reason[] {
  if (form === null || formerForm === null) return [];
  return [reason('former-form', form === formerForm, 'plain', 'notice, «\u00a0Forme de passage\u00a0»')];
}

/**
 * The Code asks no minimum of continuing training since 1 January 2017 (D337-101: 400 h a year and 240 h bind apprentices). Some
 * orders still print one, and can't add to the Code: fewer hours are for the office to judge, never a refusal. Where the order
 * prints none, nothing is asked. Pharmacy has a decree of its own. A former candidate shows the two years in a centre instead.
 */
function judgeTraining(facts: EligibilityFacts, rules: EligibilityRules): readonly Reason[] {
  const asked = hoursAsked(facts, rules);
  if (facts.positioning && facts.category !== 'previous-candidate' && asked?.printed !== false)
    return [reason('training', true, 'by-piece', "code de l'éducation, art. D337-103")];
  if (asked === null) return [];
  const { required, source } = asked;
  if (facts.trainingHours === null) return [reason('training', true, 'by-piece', source)];
  return facts.trainingHours >= required
    ? [reason('training', true, 'plain', source)]
    : [reason('training', null, 'to-judge', source)];
}

/** Hours of training, and the text that asks them. `printed`: by the order of the speciality alone. */
export type HoursAsked = { readonly required: number; readonly printed: boolean; readonly source: string };

/** Those of the pharmacy's own decree, else those that the order prints for continuing training: a former candidate owes none. */
export function hoursAsked(
  { category, diploma }: Pick<EligibilityFacts, 'category' | 'diploma'>,
  rules: Pick<PracticeRules, 'regulation' | 'conditions'>,
): HoursAsked | null {
  const { regulation, conditions } = rules;
  if (regulation?.eligibility === 'pharmacy')
    return { required: conditions.pharmacy.hours, printed: false, source: conditions.pharmacy.source };
  const printed = category === 'previous-candidate' ? null : printedHours(diploma, regulation);
  return printed === null ? null : { required: printed, printed: true, source: hoursSource(rules) };
}

/**
 * Hours of continuing training that the order of a speciality prints, for that diploma; null where it prints none, or says that
 * none is asked (Électricien 2024: 0). With a bac pro of the sector, only the figure printed for it counts.
 */
function printedHours(
  diploma: EligibilityFacts['diploma'],
  regulation: Pick<Regulation, 'conditions'> | null,
): number | null {
  const hours = regulation?.conditions?.trainingHours;
  const printed = diploma === 'bac-pro-sector' ? hours?.bacProOfTheSector : hours?.continuingTraining;
  return printed === undefined || printed === 0 ? null : printed;
}

/** Both texts: the order that prints the figure, the Code that asks none. */
function hoursSource({ regulation }: Pick<PracticeRules, 'regulation'>): string {
  const order = regulation?.conditions?.source ?? 'arrêté de la spécialité';
  return `${order}\u00a0; code de l'éducation, art. D337-101, sans minimum en formation continue depuis le 1er janvier 2017`;
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
