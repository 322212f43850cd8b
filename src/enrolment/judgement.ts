import { declarationOf } from './declaration.ts';
import type { Dossier } from './dossier.ts';
import type { AnsweredStep, StepName } from './enrolment.ts';
import { judge } from './facts.ts';
import { type AnswersReview, type CompleteReview, madeOfReview } from './review.ts';
import type { EligibilityVerdict } from './rules/verdict.ts';
import { isUpTo, stepBefore, stepsOf } from './steps/steps.ts';

/** The verdict on what was answered so far. */
export function verdictOn(dossier: Dossier, review: AnswersReview | CompleteReview): EligibilityVerdict {
  return judge(declarationOf(dossier, review), dossier);
}

/** The verdict's conditions that this step makes unmet: met, or not answered yet, before it. */
export function madeUnmetBy(dossier: Dossier, step: AnsweredStep): EligibilityVerdict {
  return madeOfReview(dossier, `made unmet by ${step}`, (review) => unmetBy(dossier, review, step));
}

function unmetBy(dossier: Dossier, review: AnswersReview, step: AnsweredStep): EligibilityVerdict {
  const before = stepBefore(dossier.exam, step);
  const known = before === null ? [] : verdictOn(dossier, upTo(dossier, review, before)).reasons;
  const already = new Set(known.filter(({ met }) => met === false).map(({ code }) => code));
  const verdict = verdictOn(dossier, upTo(dossier, review, step));
  return { ...verdict, reasons: verdict.reasons.filter(({ met, code }) => met === false && !already.has(code)) };
}

function upTo({ exam }: Dossier, review: AnswersReview, last: StepName): AnswersReview {
  const later = stepsOf(exam)
    .filter(({ name }) => !isUpTo(exam, name, last))
    .map(({ name }) => [name, null]);
  return { ...review, ...Object.fromEntries(later) };
}
