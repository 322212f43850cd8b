import { declarationOf } from './declaration.ts';
import type { Dossier } from './dossier.ts';
import type { AnsweredStep, StepName } from './enrolment.ts';
import { judge } from './facts.ts';
import type { CompleteReview, Review } from './review.ts';
import type { Verdict } from './rules/verdict.ts';
import { isUpTo, STEPS, stepBefore } from './steps/steps.ts';

/** The verdict on what was answered so far. */
export function verdictOn(dossier: Dossier, review: Review | CompleteReview): Verdict {
  return judge(declarationOf(dossier, review), dossier);
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
