import { refuseSpeciality, type Speciality, unitsAreKnown } from '../catalogue/index.ts';
import { emptyForm, type FormState } from '../ui/index.ts';
import { ageOn, answersTo, type Dossier } from './dossier.ts';
import type { AnsweredStep, StepName } from './enrolment.ts';
import { doubtsOn } from './rules/creditDoubts.ts';
import { slotsToSit } from './rules/credits.ts';
import { judgeEligibility } from './rules/eligibility.ts';
import { possibleExamDays } from './rules/examDays.ts';
import { slotsOf } from './rules/slots.ts';
import type { EligibilityFacts, EligibilityRules, Verdict } from './rules/verdict.ts';
import { creditRules } from './steps/acquis/creditFields.ts';
import { isUpTo, STEPS, type StepValues, stepBefore } from './steps/steps.ts';

/** The answers read again, in order, by the rules of today. A step that can't be read has no value, nor have those after it. */
export type Review = { readonly [Name in AnsweredStep]: StepValues[Name] | null } & {
  /** What is wrong in the first step that can't be read; empty when it was never answered. */
  readonly state: FormState;
  /** Where the candidate goes on: the first unfinished step, or the last one when all are done. */
  readonly next: StepName;
};

/** Everything answered and in order. */
export type CompleteReview = StepValues;

const NOTHING: Review = {
  identification: null,
  informations: null,
  qualification: null,
  acquis: null,
  epreuves: null,
  state: emptyForm,
  next: 'recapitulatif',
};

export function reviewAnswers(dossier: Dossier): Review {
  let review = NOTHING;
  for (const step of STEPS) {
    const read = step.open(dossier, review)?.read(answersTo(dossier, step.name));
    // Every field of a step may be optional (nothing left to sit): it still has to be looked at once.
    const isAnswered = dossier.answers[step.name] !== undefined;
    if (read === undefined || !read.ok || !isAnswered)
      return { ...review, next: step.name, state: isAnswered && read?.ok === false ? read.error : emptyForm };
    review = { ...review, [step.name]: read.value.value };
  }
  return review;
}

export function completeReview(review: Review): CompleteReview | null {
  return isComplete(review) ? review : null;
}

function isComplete(review: Review): review is Review & CompleteReview {
  return STEPS.every(({ name }) => review[name] !== null);
}

/** May this step be opened? Steps are done in order; those already done stay open. */
export function mayOpen(review: Review, step: StepName): boolean {
  return isUpTo(step, review.next);
}

/** Will no unit be left after this session? null where the units aren't known. */
export function presentsLastUnit({
  qualification,
  acquis,
  epreuves,
}: Pick<CompleteReview, 'qualification' | 'acquis' | 'epreuves'>): boolean | null {
  if (qualification.form === 'GLOBAL') return true;
  if (acquis.inWords !== null) return null;
  return slotsToSit(slotsOf(qualification.regulation), acquis.credits).every((slot) =>
    epreuves.presented.includes(slot.id),
  );
}

/** The conditions of the notice for what was answered so far, one reason a line. What isn't answered yet is never « not met ». */
export function verdictOn(dossier: Dossier, review: Review | CompleteReview): Verdict {
  const speciality = review.qualification?.speciality ?? null;
  const former = (review.informations?.formerForm ?? null) !== null;
  const rules = eligibilityRules(dossier, speciality, former);
  const unitsKnown = review.acquis === null ? rules.unitsKnown : review.acquis.inWords === null;
  return judgeEligibility(declaredFacts(dossier, review), { ...rules, unitsKnown });
}

/** The verdict's conditions that this step makes unmet: met, or not answered yet, before it. */
export function madeUnmetBy(dossier: Dossier, review: Review, step: AnsweredStep): Verdict {
  const before = stepBefore(step);
  const known = before === null ? [] : verdictOn(dossier, upTo(review, before)).reasons;
  const already = new Set(known.filter(({ met }) => met === false).map(({ code }) => code));
  const verdict = verdictOn(dossier, upTo(review, step));
  return { ...verdict, reasons: verdict.reasons.filter(({ met, code }) => met === false && !already.has(code)) };
}

function upTo(review: Review, last: StepName): Review {
  const later = STEPS.filter(({ name }) => !isUpTo(name, last)).map(({ name }) => [name, null]);
  return { ...review, ...Object.fromEntries(later) };
}

/** What the conditions are judged on, as declared. */
export function declaredFacts(dossier: Dossier, review: Review | CompleteReview): EligibilityFacts {
  const { informations, qualification, identification, acquis, epreuves } = review;
  return {
    category: informations?.category ?? null,
    form: qualification?.form ?? null,
    formerForm: informations?.formerForm ?? null,
    satAllTests: informations?.satAllTests ?? null,
    twoYearsInCentre: informations?.twoYearsInCentre ?? null,
    diploma: informations?.diploma ?? null,
    workPeriods: informations?.jobs.map(({ from, to }) => ({ from, to })) ?? [],
    specialContract: informations?.specialContract === true ? true : null,
    trainingHours: informations?.trainingHours ?? null,
    positioning: informations?.positioning ?? false,
    livesInAcademy:
      identification === null
        ? null
        : dossier.academy.departments.some((department) => department.code === identification.department),
    frenchNational: identification?.frenchNational ?? null,
    ageToday: ageOn(dossier.person, dossier.today),
    lastUnitPresented:
      qualification?.form === 'GLOBAL'
        ? true
        : qualification === null || acquis === null || epreuves === null
          ? null
          : presentsLastUnit({ qualification, acquis, epreuves }),
    creditDoubts:
      informations === null || qualification === null || acquis === null
        ? []
        : doubtsOn(
            slotsOf(qualification.regulation),
            acquis.credits,
            creditRules(dossier, informations, qualification),
          ),
  };
}

/** What the session, the exam and the speciality ask, on that day. */
export function eligibilityRules(
  { catalogue, session, exam, today }: Pick<Dossier, 'catalogue' | 'session' | 'exam' | 'today'>,
  speciality: Speciality | null,
  formerCandidate: boolean,
): EligibilityRules {
  const regulation = speciality === null ? undefined : catalogue.regulation(speciality.cfd, session.year);
  return {
    today,
    examStartsOn: session.examStartsOn.on,
    ...possibleExamDays(session),
    conditionsDueAt: session.switches.conditionsDueAt,
    conditions: exam.conditions,
    regulation: regulation ?? null,
    notChoosable: speciality === null ? 'unknown' : refuseSpeciality(speciality, session.year, formerCandidate),
    unitsKnown: unitsAreKnown(regulation),
  };
}
