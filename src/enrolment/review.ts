import { emptyForm, type FormState } from '../ui/index.ts';
import { answersTo, type Dossier } from './dossier.ts';
import { type AnsweredStep, STEPS, type StepName } from './enrolment.ts';
import { type Acquis, readAcquis } from './steps/acquis.ts';
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
