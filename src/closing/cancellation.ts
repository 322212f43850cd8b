import type { DecisionId } from '../decisions/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';

/** The decision to annul an incomplete enrolment (*annulation*), by two people, after an invitation that brought nothing. */
export const CANCELLATION_STATES = ['proposed', 'dropped', 'approved', 'undone', 'void', 'done', 'reversed'] as const;

/**
 * `proposed`: one person wrote it; `dropped`: it goes no further; `approved`: another agreed, and nothing is told yet; `undone`: taken
 * back before it was; `void`: when it should have taken effect nothing was missing any more; `done`: the enrolment is cancelled and
 * its candidate told; `reversed`: it was put back since.
 */
export type CancellationState = (typeof CANCELLATION_STATES)[number];

/** Those that stand; at most one per enrolment. */
export const STANDING = ['proposed', 'approved', 'done'] as const satisfies readonly CancellationState[];

export type Cancellation = {
  readonly id: string;
  readonly enrolmentId: EnrolmentId;
  readonly state: CancellationState;
  /** The pieces that were missing. */
  readonly codes: readonly string[];
  /** The facts, then the text of law (CRPA L211-5). */
  readonly words: string;
  readonly ground: string;
  readonly proposedBy: string;
  readonly proposedAt: Temporal.Instant;
  readonly approvedBy: string | null;
  /** Until then it waits, untold, so that either can take it back. */
  readonly takesEffectAt: Temporal.Instant | null;
  /** Who ended it, and what they wrote. */
  readonly closedBy: string | null;
  readonly note: string | null;
  /** `BP24-00127-K-A1` */
  readonly reference: string | null;
  /** Of the approval; null: it waits for one, or is from before decisions had an author. */
  readonly decisionId: DecisionId | null;
  readonly openedAt: Temporal.Instant | null;
};
