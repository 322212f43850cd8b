import type { Database } from '../platform/database/database.ts';
import { declarationOf } from './declaration.ts';
import type { Dossier } from './dossier.ts';
import type { Enrolment, ReserveState } from './enrolment.ts';
import { eligibilityFacts } from './facts.ts';
import { verdictOn } from './judgement.ts';
import { reasonInWords } from './reasonTexts.ts';
import { type CompleteReview, completeReview, reviewAnswers } from './review.ts';
import { type Reserve, type ReserveReason, reserveOn } from './rules/reserve.ts';
import type { Verdict } from './rules/verdict.ts';
import { findReserve } from './store/reserves.ts';

/** What *Enregistrer* would put an enrolment under, and why. */
export type ReserveAhead = {
  readonly verdict: Verdict;
  readonly reserve: ReturnType<typeof reserveOn>;
  readonly reasons: readonly ReserveReason[];
  /** What is registered now stands under it. */
  readonly was: ReserveState | null;
};

/** The reserve that these answers would be registered under; an officer's word is kept while it fits them (`rules/reserve.ts`). */
export async function reserveAhead(
  db: Database,
  enrolment: Enrolment,
  dossier: Dossier,
  review: CompleteReview,
): Promise<ReserveAhead> {
  const verdict = verdictOn(dossier, review);
  const kept: Reserve | null = enrolment.reserve === null ? null : await findReserve(db, enrolment.id);
  const registered = enrolment.registered === null ? null : { ...dossier, answers: enrolment.registered };
  const before = registered === null ? null : completeReview(reviewAnswers(registered));
  const facts =
    registered === null || before === null ? null : eligibilityFacts(declarationOf(registered, before), registered);
  const standing = { reserve: enrolment.reserve, reasons: kept?.reasons ?? [], facts };
  return {
    verdict,
    reserve: reserveOn(standing, verdict, eligibilityFacts(declarationOf(dossier, review), dossier)),
    reasons: reserveReasons(verdict),
    was: enrolment.reserve,
  };
}

function reserveReasons({ reasons, experience }: Verdict): readonly ReserveReason[] {
  return reasons
    .filter(({ met }) => met === false)
    .map((reason) => ({ code: reason.code, sentence: reasonInWords(reason, experience), source: reason.source }));
}
