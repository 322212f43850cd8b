import { refuseSpeciality, type Speciality, unitsAreKnown } from '../catalogue/index.ts';
import { emptyForm, type FormState } from '../ui/index.ts';
import { ageOn, answersTo, type Dossier } from './dossier.ts';
import { type AnsweredStep, STEPS, type StepName } from './enrolment.ts';
import { doubtsOn } from './rules/creditDoubts.ts';
import { slotsToSit } from './rules/credits.ts';
import { judgeEligibility } from './rules/eligibility.ts';
import { conditionsOf } from './rules/examConditions.ts';
import { possibleExamDays } from './rules/examDays.ts';
import { slotsOf } from './rules/slots.ts';
import type { EligibilityFacts, EligibilityRules, Verdict } from './rules/verdict.ts';
import { type Acquis, creditRules, readAcquis } from './steps/acquis.ts';
import { type Epreuves, readEpreuves } from './steps/epreuves.ts';
import { type Identification, readIdentification } from './steps/identification.ts';
import { type Informations, readInformations } from './steps/informations.ts';
import { type Qualification, readQualification } from './steps/qualification.ts';

/** The answers read again, in order, by the rules of today. A step that can't be read has no value, nor have those after it. */
export type Review = {
  readonly identification: Identification | null;
  readonly informations: Informations | null;
  readonly qualification: Qualification | null;
  readonly acquis: Acquis | null;
  readonly epreuves: Epreuves | null;
  /** What is wrong in the first step that can't be read; empty when it was never answered. */
  readonly state: FormState;
  /** Where the candidate goes on: the first unfinished step, or the last one when all are done. */
  readonly next: StepName;
};

/** Everything answered and in order. */
export type CompleteReview = {
  readonly identification: Identification;
  readonly informations: Informations;
  readonly qualification: Qualification;
  readonly acquis: Acquis;
  readonly epreuves: Epreuves;
};

const NOTHING: Review = {
  identification: null,
  informations: null,
  qualification: null,
  acquis: null,
  epreuves: null,
  state: emptyForm,
  next: 'identification',
};

export function reviewAnswers(dossier: Dossier): Review {
  const stop = (next: AnsweredStep, state: FormState, done: Partial<Review>): Review => ({
    ...NOTHING,
    ...done,
    next,
    state: dossier.answers[next] === undefined ? emptyForm : state,
  });

  const identification = readIdentification(dossier, answersTo(dossier, 'identification'));
  if (!identification.ok) return stop('identification', identification.error, {});
  const first = { identification: identification.value.value };

  const informations = readInformations(dossier, answersTo(dossier, 'informations'));
  if (!informations.ok) return stop('informations', informations.error, first);
  const second = { ...first, informations: informations.value.value };

  const qualification = readQualification(dossier, second.informations, answersTo(dossier, 'qualification'));
  if (!qualification.ok) return stop('qualification', qualification.error, second);
  const third = { ...second, qualification: qualification.value.value };

  const acquis = readAcquis(dossier, third.informations, third.qualification, answersTo(dossier, 'acquis'));
  if (!acquis.ok) return stop('acquis', acquis.error, third);
  const fourth = { ...third, acquis: acquis.value.value };

  // Every field of the fifth step may be optional (nothing left to sit): it still has to be looked at once.
  const epreuves = readEpreuves(dossier, fourth.qualification, fourth.acquis, answersTo(dossier, 'epreuves'));
  if (!epreuves.ok) return stop('epreuves', epreuves.error, fourth);
  if (dossier.answers.epreuves === undefined) return stop('epreuves', emptyForm, fourth);
  return { ...fourth, epreuves: epreuves.value.value, state: emptyForm, next: 'recapitulatif' };
}

export function completeReview(review: Review): CompleteReview | null {
  const { identification, informations, qualification, acquis, epreuves } = review;
  if (
    identification === null ||
    informations === null ||
    qualification === null ||
    acquis === null ||
    epreuves === null
  )
    return null;
  return { identification, informations, qualification, acquis, epreuves };
}

/** May this step be opened? Steps are done in order; those already done stay open. */
export function mayOpen(review: Review, step: StepName): boolean {
  return STEPS.indexOf(step) <= STEPS.indexOf(review.next);
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
  const former = (review.informations?.former ?? null) !== null;
  const rules = eligibilityRules(dossier, speciality, former);
  const unitsKnown = review.acquis === null ? rules.unitsKnown : review.acquis.inWords === null;
  return judgeEligibility(declaredFacts(dossier, review), { ...rules, unitsKnown });
}

/** The verdict's conditions that this step makes unmet: met, or not answered yet, before it. */
export function madeUnmetBy(dossier: Dossier, review: Review, step: AnsweredStep): Verdict {
  const before = STEPS[STEPS.indexOf(step) - 1];
  const known = before === undefined ? [] : verdictOn(dossier, upTo(review, before)).reasons;
  const already = new Set(known.filter(({ met }) => met === false).map(({ code }) => code));
  const verdict = verdictOn(dossier, upTo(review, step));
  return { ...verdict, reasons: verdict.reasons.filter(({ met, code }) => met === false && !already.has(code)) };
}

function upTo(review: Review, last: StepName): Review {
  const kept = <Value>(step: AnsweredStep, value: Value): Value | null =>
    STEPS.indexOf(step) <= STEPS.indexOf(last) ? value : null;
  return {
    ...review,
    identification: kept('identification', review.identification),
    informations: kept('informations', review.informations),
    qualification: kept('qualification', review.qualification),
    acquis: kept('acquis', review.acquis),
    epreuves: kept('epreuves', review.epreuves),
  };
}

/** What the conditions are judged on, as declared. */
export function declaredFacts(dossier: Dossier, review: Review | CompleteReview): EligibilityFacts {
  const { informations, qualification, identification, acquis, epreuves } = review;
  return {
    category: informations?.category ?? null,
    form: qualification?.form ?? null,
    formerForm: informations?.former?.form ?? null,
    satAllTests: informations?.former?.satAllTests ?? null,
    twoYearsInCentre: informations?.former?.twoYearsInCentre ?? null,
    diploma: informations?.diploma ?? null,
    workPeriods: informations?.jobs.map(({ from, to }) => ({ from, to })) ?? [],
    specialContract: informations?.specialContract === true ? true : null,
    trainingHours: informations?.distance?.trainingHours ?? null,
    positioning: informations?.distance?.positioning ?? false,
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
    conditions: conditionsOf(exam),
    regulation: regulation ?? null,
    notChoosable: speciality === null ? 'unknown' : refuseSpeciality(speciality, session.year, formerCandidate),
    unitsKnown: unitsAreKnown(regulation),
  };
}
