import type { Enrolment } from '../enrolment/index.ts';
import type { PaperKind, PaperLine } from './paper.ts';
import { PAPERS } from './texts.ts';

/** How a decision reaches the person it goes against (*notification*): from then on it counts, and its delays run (CRPA L221-8). */

/** The papers that are notified; in the house of papers, `notified` says so of each. */
export const NOTIFIED_KINDS = (Object.keys(PAPERS) as readonly PaperKind[]).filter((kind) => PAPERS[kind].notified);

/** What became of a registered letter: handed over, kept at the post office and never fetched, or nobody of that name there. */
export const LETTER_OUTCOMES = ['received', 'unclaimed', 'unknown'] as const;
export type LetterOutcome = (typeof LETTER_OUTCOMES)[number];

/** What left by the post: a notified paper by registered letter (*lettre recommandée*), or any other letter. */
export type NoticeLetter = {
  readonly id: string;
  /** The paper that it holds; of any other letter, its own. */
  readonly paperId: string;
  /** Of the post, without its spaces: `1A12345678901`; null: it left without one, which a decision never does. */
  readonly tracking: string | null;
  /** The lines of its address, as they were that day. */
  readonly address: readonly string[];
  readonly postedOn: Temporal.PlainDate;
  readonly postedBy: string;
  readonly at: Temporal.Instant;
  readonly outcome: LetterOutcome | null;
  /** First presented at the address. */
  readonly presentedOn: Temporal.PlainDate | null;
  /** Handed over, or back at the office. */
  readonly outcomeOn: Temporal.PlainDate | null;
  readonly outcomeBy: string | null;
};

/** A notified paper, or a letter in the place of a mail; and what is known of how it reached its person. */
export type Notice = Pick<
  PaperLine,
  'academy' | 'session' | 'enrolmentId' | 'title' | 'reference' | 'issuedAt' | 'openedAt'
> & {
  readonly id: string;
  /** Null: a letter to somebody without a mail box. */
  readonly kind: PaperKind | null;
  /** Deposited with an agreement that was in force then; otherwise it goes by post. */
  readonly electronic: boolean;
  /** What became of the mail that says it is there. */
  readonly mail: 'left' | 'waiting' | 'refused';
  /** The first first; without those that were entered by mistake. */
  readonly letters: readonly NoticeLetter[];
  /** The day when it was told by telephone; a decision never is. */
  readonly toldOn: Temporal.PlainDate | null;
  /** Who signs it by hand: the author of a decision, or of what a letter tells. Null: a letter of whoever prints it, or of before they were named. */
  readonly signedBy: string | null;
  /** When it was last printed to be posted. */
  readonly printedAt: Temporal.Instant | null;
};

/** The state into which this decision puts an enrolment; null: it ends none. Those are sent by registered letter. */
export function endedBy(kind: PaperKind | null): 'cancelled' | 'set-aside' | null {
  return kind === 'cancellation' ? 'cancelled' : kind === 'set-aside' ? 'set-aside' : null;
}

/** Does the decision still stand? One that was taken back notifies nothing; one that sets aside ends it when it is notified. */
export function stillStands({ kind }: Pick<Notice, 'kind'>, { status, reserve }: Decidable): boolean {
  const ended = endedBy(kind);
  if (ended === null || ended === 'cancelled') return ended === null || status === ended;
  return reserve === 'upheld' && (status === 'registered' || status === ended);
}
export type Decidable = Pick<Enrolment, 'status' | 'reserve'>;

/** What is written on an envelope for the post to find it again; what the post prints may have spaces. */
export const TRACKING = /^[0-9A-Z]{8,20}$/;
