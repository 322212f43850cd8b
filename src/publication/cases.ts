import type { Author } from '../decisions/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import type { Place } from './publication.ts';

/** What a candidate asks once the result is published; `kind`: the code of the exam's remedy. It is kept as it came, answered once. */
export type ResultCase = Place & {
  readonly id: string;
  readonly enrolmentId: EnrolmentId;
  readonly kind: string;
  readonly words: string;
  /** When it was sent on line, or typed. */
  readonly receivedAt: Temporal.Instant;
  /** Of a letter: the day of its postmark (null: unreadable) and of its arrival. Null: it came on line. */
  readonly postedOn: Temporal.PlainDate | null;
  readonly receivedOn: Temporal.PlainDate | null;
  /** The second of the publication that it is about. */
  readonly announcedAt: Temporal.Instant;
  /** Another of this kind, on the same publication, came before it. */
  readonly second: boolean;
  /** Of its candidate's address. */
  readonly postcode: string | null;
  readonly outcome: CaseOutcome | null;
  readonly answer: string | null;
  readonly answeredAt: Temporal.Instant | null;
  /** Who signed the answer; null: none yet, or one of before they had an author. */
  readonly author: Author | null;
};

export const CASE_OUTCOMES = ['granted', 'refused'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

export const CASES = { words: 2_000, each: 20, listed: 300 } as const;
