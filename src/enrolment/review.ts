import { emptyForm, type FormState } from '../ui/index.ts';
import { answersTo, type Dossier } from './dossier.ts';
import type { AnsweredStep, StepName } from './enrolment.ts';
import { ALL_STEPS, isUpTo, type StepValues } from './steps/steps.ts';

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

/** In the order of the steps, those that this exam doesn't ask among them: a later one may lean on what they are without an answer. */
export function reviewAnswers(dossier: Dossier): Review {
  let review = NOTHING;
  for (const step of ALL_STEPS) {
    const opened = step.open(dossier, review);
    if (!dossier.exam.steps.includes(step.name)) {
      review = { ...review, [step.name]: opened?.unasked() ?? null };
      continue;
    }
    const read = opened?.read(answersTo(dossier, step.name));
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
  return ALL_STEPS.every(({ name }) => review[name] !== null);
}

/** May this step be opened? Steps are done in order; those already done stay open. */
export function mayOpen({ exam }: Pick<Dossier, 'exam'>, review: Review, step: StepName): boolean {
  return isUpTo(exam, step, review.next);
}
