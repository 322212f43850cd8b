import type { Identity } from '../accounts/index.ts';
import { transitions } from '../platform/transitions.ts';

/**
 * Former results (*résultats antérieurs*): what the system in place says that candidates obtained at earlier sessions. A head brings
 * them in from a file; they belong to an account only once a person of the office said whose they are. Read this file first; why it is
 * so is in decision 079.
 */

export const DECISIONS = ['admitted', 'not-admitted'] as const;
export type FormerDecision = (typeof DECISIONS)[number];

export const OUTCOMES = ['mark', 'absent', 'excused', 'exempt'] as const;
export type FormerOutcome = (typeof OUTCOMES)[number];

/** A person as the former system names them. */
export type FormerPerson = Omit<Identity, 'usageName'> & {
  /** Theirs in the former system. */
  readonly number: string;
};

/** One unit of one person at one session. */
export type FormerLine = FormerPerson & {
  readonly cfd: string;
  /** Of the session. */
  readonly year: number;
  readonly unit: string;
  readonly obtainedOn: Temporal.PlainDate;
  readonly outcome: FormerOutcome;
  /** 0 to 40; null: not a mark. */
  readonly halfPoints: number | null;
  /** null: the file doesn't say it (progressive form, not judged). */
  readonly decision: FormerDecision | null;
  /** The last day on which a mark of that day may be kept: the line is erased after it. */
  readonly until: Temporal.PlainDate;
};

/**
 * What proves to the office who somebody is: an identity document or a former transcript that was deposited and judged *conforme*; the
 * number that stands on the transcript, given with the same civil status; an identity document that somebody of the office held.
 */
export const PROOFS = ['identity', 'transcript', 'number', 'seen'] as const;
export type FormerProof = (typeof PROOFS)[number];

/** The pieces that prove it, by their codes in the catalogue. */
export const PROOF_PIECES = { identity: 'DCSTID01', transcript: 'RELNOTES' } as const;

/** A candidate asks that their former results be given back. */
export const CLAIM_LIFE = transitions({
  title: 'Request for former results',
  column: 'former_claim.state',
  words: null,
  means: {
    waiting: 'nobody of the office answered yet',
    confirmed: 'a number was said to be theirs, and its marks are in the ledger',
    refused: 'nothing can be given back, and why',
  },
  acts: {
    ask: { from: [], to: 'waiting', who: 'its candidate' },
    confirm: { from: ['waiting'], to: 'confirmed', who: 'the office' },
    refuse: { from: ['waiting'], to: 'refused', who: 'the office' },
  },
});

export const MOST = {
  /** Of a file; a workbook has at most what a table may have (`platform/tables`). */
  bytes: 20_000_000,
  workbookBytes: 5_000_000,
  lines: 150_000,
  /** Shown at once. */
  faults: 200,
  differences: 200,
  imports: 50,
  claims: 200,
  proposals: 20,
  /** Characters. */
  number: 20,
  words: 500,
  /** Requests of one account that the office refused, before it must be written to. */
  refusals: 3,
} as const;
