import { columns, id, instant, nullable, oneOf, type RowOf, text, uuid } from '../platform/database/columns.ts';
import type { EnrolmentId } from './enrolment.ts';

/** Two accounts, and what a person of the office decided of them: one person's, or two persons'. */
const SAME_PERSON_DECISIONS = ['same', 'different'] as const;

export const SAME_PERSON = columns({
  id: uuid,
  academy: text,
  oneId: uuid,
  otherId: uuid,
  decision: oneOf(SAME_PERSON_DECISIONS),
  /** The facts, as the officer wrote them. */
  words: text,
  officerId: uuid,
  at: instant,
  /** Of two enrolments of one session: the one that stays, the one that ends. */
  keepsId: nullable(id<EnrolmentId>()),
  endsId: nullable(id<EnrolmentId>()),
  endsAt: nullable(instant),
  /** null: not yet. `void`: one of the two had ended by itself. */
  outcome: nullable(oneOf(['ended', 'void'])),
  undoneWords: nullable(text),
});
export type SamePerson = RowOf<typeof SAME_PERSON>;

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
