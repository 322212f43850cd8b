import type { Database } from '../platform/database/database.ts';
import { declarationOf } from './declaration.ts';
import type { Dossier } from './dossier.ts';
import type { Enrolment, ReserveState } from './enrolment.ts';
import { eligibilityFacts } from './facts.ts';
import { verdictOn } from './judgement.ts';
import { reasonInWords } from './reasonTexts.ts';
import { type CompleteReview, completeReview, reviewAnswers } from './review.ts';
import { type Reserve, type ReserveReason, reserveOn } from './rules/reserve.ts';
import type { EligibilityVerdict } from './rules/verdict.ts';
import { findReserve } from './store/reserves.ts';
import { texts } from './texts.ts';

/** What *Enregistrer* would put an enrolment under, and why. */
export type ReserveAhead = {
  readonly verdict: EligibilityVerdict;
  readonly reserve: ReturnType<typeof reserveOn>;
  readonly reasons: readonly ReserveReason[];
  /** For whoever decides: without any of these answers, those on which a decision set the former ones aside. */
  readonly kept: readonly ReserveReason[];
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
  const last: Reserve | null = enrolment.reserve === null ? null : await findReserve(db, enrolment.id);
  const registered = enrolment.registered === null ? null : { ...dossier, answers: enrolment.registered };
  const formerly = registered === null ? null : completeReview(reviewAnswers(registered));
  const facts =
    registered === null || formerly === null ? null : eligibilityFacts(declarationOf(registered, formerly), registered);
  const standing = { reserve: enrolment.reserve, reasons: last?.reasons ?? [], facts };
  const reasons = reserveReasons(verdict);
  return {
    verdict,
    reserve: reserveOn(standing, verdict, eligibilityFacts(declarationOf(dossier, review), dossier)),
    reasons,
    kept: reasons.length > 0 ? reasons : standing.reasons.map(ofFormerAnswers),
    was: enrolment.reserve,
  };
}

/** Said once, however often the answers change. */
function ofFormerAnswers(reason: ReserveReason): ReserveReason {
  const sentence = `${texts.reserve.before} ${reason.sentence}`;
  return reason.former === true ? reason : { ...reason, sentence, former: true };
}

function reserveReasons({ reasons, experience }: EligibilityVerdict): readonly ReserveReason[] {
  return reasons
    .filter(({ met }) => met === false)
    .map((reason) => ({ code: reason.code, sentence: reasonInWords(reason, experience), source: reason.source }));
}
