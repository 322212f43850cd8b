import type { DecisionAuthor } from '../../decisions/index.ts';
import type { ReserveState } from '../enrolment.ts';
import type { EligibilityFacts, EligibilityVerdict, ReasonCode } from './verdict.ts';

/** A condition not met on what was declared, in the words that the candidate read. `former`: on the answers that these ones took the place of. */
export type ReserveReason = {
  readonly code: ReasonCode;
  readonly sentence: string;
  readonly source: string;
  readonly former?: boolean;
};

/** What an officer decided on a reserve: in words to the candidate, and for a refusal the text on which it rests. */
export type ReserveDecision = {
  readonly decision: 'lifted' | 'set-aside' | 'reinstated';
  readonly words: string;
  readonly ground: string | null;
  readonly officerId: string;
  readonly at: Temporal.Instant;
  /** Who signed it; null: from before decisions had an author. */
  readonly author: DecisionAuthor | null;
};

/** The reserve under which a version was registered. */
export type Reserve = {
  readonly version: number;
  readonly reasons: readonly ReserveReason[];
  readonly raisedAt: Temporal.Instant;
  /** Newest first. */
  readonly decisions: readonly ReserveDecision[];
  /** What set aside the answers before these, which changed before it was notified: it no longer counts. */
  readonly fallen: ReserveDecision | null;
};

/** What is registered: its reserve, and what its conditions were judged on; null facts: nothing is, or it can't be read any more. */
type Before = {
  readonly reserve: ReserveState | null;
  readonly reasons: readonly Pick<ReserveReason, 'code'>[];
  readonly facts: EligibilityFacts | null;
};

/** The codes of the conditions that aren't met. */
function unmet({ reasons }: Pick<EligibilityVerdict, 'reasons'>): readonly ReasonCode[] {
  return reasons.filter(({ met }) => met === false).map(({ code }) => code);
}

/**
 * The reserve of what is about to be registered. An officer's word stands for the facts on which it was given: with others, or with
 * another condition not met, the reserve is to be looked at again. With all conditions met, there is none any more; of what a signed decision
 * set aside, a person looks again all the same.
 */
export function reserveOn(
  before: Before,
  verdict: Pick<EligibilityVerdict, 'reasons'>,
  facts: EligibilityFacts,
): Exclude<ReserveState, 'upheld'> | null {
  const codes = unmet(verdict);
  if (before.reserve === 'upheld') return 'pending';
  if (codes.length === 0) return null;
  if (before.reserve !== 'lifted' || before.facts === null) return 'pending';
  const known = new Set(before.reasons.map(({ code }) => code));
  return codes.every((code) => known.has(code)) && sameFacts(before.facts, facts) ? 'lifted' : 'pending';
}

/** Nobody grows younger: the age of the day says nothing of what was declared. Both are made by `eligibilityFacts`, name by name. */
function sameFacts(one: EligibilityFacts, other: EligibilityFacts): boolean {
  return JSON.stringify({ ...one, ageToday: 0 }) === JSON.stringify({ ...other, ageToday: 0 });
}
