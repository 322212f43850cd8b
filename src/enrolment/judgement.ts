import { declarationOf } from './declaration.ts';
import type { Dossier } from './dossier.ts';
import { type AnsweredStep, STEPS, type StepName } from './enrolment.ts';
import { judge } from './facts.ts';
import type { CompleteReview, Review } from './review.ts';
import type { Verdict } from './rules/verdict.ts';

/** The verdict on what was answered so far. */
export function verdictOn(dossier: Dossier, review: Review | CompleteReview): Verdict {
  return judge(declarationOf(dossier, review), dossier);
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
