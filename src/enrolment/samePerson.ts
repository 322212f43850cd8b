import type { EnrolmentId } from './enrolment.ts';

/** Two accounts, and what a person of the office decided of them: one person's, or two persons'. */
export const SAME_PERSON_DECISIONS = ['same', 'different'] as const;

export type SamePerson = {
  readonly id: string;
  readonly academy: string;
  readonly oneId: string;
  readonly otherId: string;
  readonly decision: (typeof SAME_PERSON_DECISIONS)[number];
  /** The facts, as the officer wrote them. */
  readonly words: string;
  readonly officerId: string;
  readonly at: Temporal.Instant;
  /** Of two enrolments of one session: the one that stays, the one that ends. */
  readonly keepsId: EnrolmentId | null;
  readonly endsId: EnrolmentId | null;
  readonly endsAt: Temporal.Instant | null;
  /** null: not yet. `void`: one of the two had ended by itself. */
  readonly outcome: 'ended' | 'void' | null;
  readonly undoneWords: string | null;
};

/** That two accounts are one person's, as one person of the office asks for it. `keepsId`: the enrolment that would stay. */
export type SameProposal = Pick<SamePerson, 'id' | 'words' | 'keepsId'> & {
  readonly proposedBy: string;
  readonly proposedAt: Temporal.Instant;
};

/**
 * How long a candidate has to answer before one of two enrolments ends, and the office to take its decision back. Ours: no text
 * fixes a number of days, only that the candidate must be able to answer before (CRPA, L121-1 and L122-1).
 */
export const DAYS_TO_ANSWER = 8;
