import type { DecisionId } from '../decisions/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import { columns, day, id, instant, integer, nullable, oneOf, type RowOf, text } from '../platform/database/columns.ts';
import type { UnitAccount } from '../results/index.ts';

/**
 * Replacement tests (*épreuves de remplacement*): of a unit that somebody was absent from, for a reason that the office takes as
 * justified, a head decides whether they sit it again (D337-116). Read this file first; why it is so is in decision 077.
 */

export const OUTCOMES = ['granted', 'refused'] as const;
export type ReplacementOutcome = (typeof OUTCOMES)[number];

export const DECISION = columns({
  enrolmentId: id<EnrolmentId>(),
  unit: text,
  rank: integer,
  outcome: oneOf(OUTCOMES),
  /** When what justifies the absence came; what it says is kept nowhere here. */
  receivedOn: day,
  /** Told to the candidate. */
  words: text,
  decidedAt: instant,
  /** Null: from before it had an author. */
  decisionId: nullable(id<DecisionId>()),
});
/** Kept as it was decided; another decision on the same unit is another row, and the last counts. */
export type AbsenceDecision = RowOf<typeof DECISION>;

/** A unit that somebody was absent from, as the centre or the marks say it. */
export type Absence = {
  readonly enrolmentId: EnrolmentId;
  readonly number: string;
  readonly speciality: string;
  readonly unit: string;
  readonly title: string;
  /** `marked`: by the marks of a locked batch; no mark being locked yet, `told`: by the centre's check-in; `said`: by the candidate alone. */
  readonly known: 'marked' | 'told' | 'said';
};

/** Decided of, and no absence any more: a mark took its place, of the replacement test or by a correction. */
export type SettledAbsence = Omit<Absence, 'known'> & {
  readonly decision: AbsenceDecision;
  readonly outcome: UnitAccount['outcome'];
  /** When the batch that says so was locked; null: it isn't. */
  readonly lockedAt: Temporal.Instant | null;
};

/** Decided of, of somebody who has left or doesn't present the unit any more: the decision stays to be read. */
export type EndedReplacement = Omit<Absence, 'known'> & {
  readonly decision: AbsenceDecision;
  /** `left`: their enrolment ended; `unit-gone`: their file doesn't present this unit any more, or can't be read. */
  readonly why: 'left' | 'unit-gone';
};

/** Of a decision, in characters. */
export const WORDS = 500;
export const MOST = { words: WORDS, listed: 500, decisions: 5 } as const;
