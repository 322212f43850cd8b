import { declarationOf } from './declaration.ts';
import type { Dossier } from './dossier.ts';
import type { AnsweredStep, StepName } from './enrolment.ts';
import { judge } from './facts.ts';
import { type CompleteReview, madeOfReview, type Review } from './review.ts';
import type { Verdict } from './rules/verdict.ts';
import { isUpTo, stepBefore, stepsOf } from './steps/steps.ts';

/** The verdict on what was answered so far. */
export function verdictOn(dossier: Dossier, review: Review | CompleteReview): Verdict {
  return judge(declarationOf(dossier, review), dossier);
}

/** The verdict's conditions that this step makes unmet: met, or not answered yet, before it. */
export function madeUnmetBy(dossier: Dossier, step: AnsweredStep): Verdict {
  return madeOfReview(dossier, `made unmet by ${step}`, (review) => unmetBy(dossier, review, step));
}

function unmetBy(dossier: Dossier, review: Review, step: AnsweredStep): Verdict {
  const before = stepBefore(dossier.exam, step);
  const known = before === null ? [] : verdictOn(dossier, upTo(dossier, review, before)).reasons;
  const already = new Set(known.filter(({ met }) => met === false).map(({ code }) => code));
  const verdict = verdictOn(dossier, upTo(dossier, review, step));
  return { ...verdict, reasons: verdict.reasons.filter(({ met, code }) => met === false && !already.has(code)) };
}

function upTo({ exam }: Dossier, review: Review, last: StepName): Review {
  const later = stepsOf(exam)
    .filter(({ name }) => !isUpTo(exam, name, last))
    .map(({ name }) => [name, null]);
  return { ...review, ...Object.fromEntries(later) };
}
