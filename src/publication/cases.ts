import type { AcademySession } from '../catalogue/index.ts';
import type { DecisionAuthor, DecisionId } from '../decisions/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';

/**
 * What a candidate asks of their published result, or their appeal against another decision. `kind`: the code of the exam's remedy, or
 * `AGAINST_DECISION`. It is kept as it came, answered once.
 */
export type Case = AcademySession & {
  readonly id: string;
  readonly enrolmentId: EnrolmentId;
  readonly kind: string;
  readonly words: string;
  /** When it was sent on line, or typed. */
  readonly receivedAt: Temporal.Instant;
  /** Of a letter: the day of its postmark (null: unreadable) and of its arrival. Null: it came on line. */
  readonly postedOn: Temporal.PlainDate | null;
  readonly receivedOn: Temporal.PlainDate | null;
  /** The publication that it is about, and its second; null: it is about a decision. */
  readonly publicationId: string | null;
  readonly announcedAt: Temporal.Instant | null;
  /** The decision that it is about; null: a result. */
  readonly contestedId: DecisionId | null;
  /** The service of accommodations alone reads and answers it. */
  readonly confidential: boolean;
  /** Another of this kind, on the same publication, came before it. */
  readonly second: boolean;
  /** Of its candidate's address. */
  readonly postcode: string | null;
  /** The scan of the letter that it came by; null: there is none. */
  readonly letter: (typeof LETTER_STATES)[number] | null;
  readonly outcome: CaseOutcome | null;
  readonly answer: string | null;
  readonly answeredAt: Temporal.Instant | null;
  /** The letter that tells its answer; null: a mail does. */
  readonly answerLetter: string | null;
  /** Accepted, and what it contests still stands: somebody undoes it. */
  readonly toCarryOut: boolean;
  /** Who signed the answer; null: none yet, or one of before they had an author. */
  readonly author: DecisionAuthor | null;
};

export const AGAINST_DECISION = 'decision';
export const CASE_OUTCOMES = ['granted', 'refused'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];
/** `waiting`: the antivirus hasn't read it; `lost`: infected, or found missing or altered. */
export const LETTER_STATES = ['kept', 'waiting', 'lost'] as const;

/** Who reads: the office, or the service of accommodations, which alone has what is about somebody's health. */
export type CaseReader = 'office' | 'health';

export const CASES = { words: 2_000, each: 20, listed: 300 } as const;
