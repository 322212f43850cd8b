import type { DecisionId } from '../decisions/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import { columns, id, instant, nullable, oneOf, type RowOf, text, texts, uuid } from '../platform/database/columns.ts';

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

export const CANCELLATION = columns({
  id: uuid,
  enrolmentId: id<EnrolmentId>(),
  state: oneOf(CANCELLATION_STATES),
  /** The pieces that were missing. */
  codes: texts,
  /** The facts, then the text of law (CRPA L211-5). */
  words: text,
  ground: text,
  proposedBy: uuid,
  proposedAt: instant,
  approvedBy: nullable(uuid),
  /** Until then it waits, untold, so that either can take it back. */
  takesEffectAt: nullable(instant),
  /** Who ended it, and what they wrote. */
  closedBy: nullable(uuid),
  note: nullable(text),
  /** `BP24-00127-K-A1` */
  reference: nullable(text),
  openedAt: nullable(instant),
  /** Of the approval; null: it waits for one, or is from before decisions had an author. */
  decisionId: nullable(id<DecisionId>()),
});
export type Cancellation = RowOf<typeof CANCELLATION>;
