import type { AcademySession } from '../catalogue/index.ts';
import type { DecisionAuthor } from '../decisions/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import { type StateOf, transitions } from '../platform/transitions.ts';
import type { AccountNote, Fraction, LineNote, UnitResult } from '../results/index.ts';

/**
 * The publication of results (*publication des résultats*), from the dry run to the announced second and after. Read this file
 * first; why it is so is in decision 069.
 */

/** Computed from what happened to it, never stored (`rules/states.ts`). */
export const PUBLICATION_LIFE = transitions({
  title: 'Publication of results',
  column: null,
  words: 'publication/texts.ts',
  means: {
    prepared: 'its results are frozen, read by the office alone',
    proposed: 'a person named its second',
    approved: 'another agreed: it comes at its second',
    published: "everybody reads it; it comes by the database's clock alone",
    suspended: 'it was seen, and nobody reads it any more',
    cancelled: 'it was never seen by anybody, and never will be',
  },
  acts: {
    prepare: { from: [], to: 'prepared', who: 'a head', undone: 'cancel' },
    propose: { from: ['prepared', 'proposed'], to: 'proposed', who: 'a head', undone: 'cancel' },
    approve: { from: ['proposed'], to: 'approved', who: 'a head', people: 2, undone: 'cancel' },
    cancel: { from: ['prepared', 'proposed', 'approved'], to: 'cancelled', who: 'a head' },
    appear: { from: ['approved'], to: 'published', who: 'its second', undone: 'suspend' },
    suspend: { from: ['published'], to: 'suspended', who: 'a head', undone: 'resume' },
    resume: { from: ['suspended'], to: 'published', who: 'a head', undone: 'suspend' },
  },
});
export type PublicationState = StateOf<typeof PUBLICATION_LIFE>;

/** One publication of a session: numbered, its results frozen when it was prepared. */
export type ResultPublication = AcademySession & {
  readonly id: string;
  /** 1, 2… within the session. */
  readonly number: number;
  /** The specialities that it speaks of. */
  readonly specialities: readonly string[];
  /** Candidates whose result stands unchanged since a former publication: it doesn't repeat them. */
  readonly unchanged: number;
  /** Candidates of these specialities without a verdict, when it was prepared: published without them, knowingly. */
  readonly withoutVerdict: number;
  /** Of all that it holds, in order. */
  readonly sha256: string;
  readonly preparedBy: string;
  readonly preparedAt: Temporal.Instant;
  readonly announcedAt: Temporal.Instant | null;
  readonly proposedBy: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Temporal.Instant | null;
  readonly cancelledAt: Temporal.Instant | null;
  readonly suspendedAt: Temporal.Instant | null;
  /** What everybody reads meanwhile. */
  readonly suspendedWords: string | null;
  /** By the database, at the moment of reading: its second has come. */
  readonly reached: boolean;
  /** Who approved it, as it was that day; null: nobody yet, or before this decision had an author. */
  readonly author: DecisionAuthor | null;
  readonly rowVersion: number;
};

export const DECISIONS = ['ADMITTED', 'REFUSED', 'NOT_JUDGED'] as const;
export type PublishedDecision = (typeof DECISIONS)[number];

/** How one unit counts, as the candidate reads it. Half points. */
export type ResultUnit = {
  readonly id: string;
  readonly code: string | null;
  readonly title: string;
  readonly coefficient: number | null;
  readonly optional: boolean;
  readonly outcome: UnitResult['code'];
  readonly halfPoints: number | null;
  /** Mark × coefficient, or what an optional unit adds. */
  readonly points: number | null;
  readonly note: LineNote;
  /** What the jury started from, where it gave points. */
  readonly beforeJury: number | null;
  /** Of a kept or carried mark, ISO. */
  readonly obtainedOn: string | null;
  readonly ground: string | null;
  /** Why it has no mark, where the file or the centre says so. */
  readonly why: AccountNote | null;
};

/** What is published of one candidate, frozen: the words are made of it, the same on the page and on paper. */
export type Result = {
  readonly number: string;
  readonly speciality: string;
  readonly form: 'GLOBAL' | 'PROGRESSIVE';
  readonly decision: PublishedDecision;
  readonly average: Fraction | null;
  readonly professionalAverage: Fraction | null;
  readonly units: readonly ResultUnit[];
  readonly record: string;
  /** The day of the deliberation in Paris, ISO: from it the marks of this session are counted. */
  readonly decidedOn: string;
  /** The dated addition that says it; 0: the record as closed. */
  readonly addition: number;
};

/** A result in its publication. */
export type PublishedResult = AcademySession & {
  readonly publicationId: string;
  readonly enrolmentId: EnrolmentId;
  readonly result: Result;
  readonly sha256: string;
  /** Why it isn't what a former publication said; null: it is the first. */
  readonly changeReason: string | null;
};

/** What one act may hold. */
export const MOST = {
  candidates: 20_000,
  specialities: 200,
  words: 500,
  /** Files shown to be read before it is proposed. */
  sample: 20,
  /** Names listed of what is missing, and differences shown. */
  shown: 200,
  publications: 100,
  /** Admitted a page of the public list. */
  names: 100,
  /** Names in the file for the press. */
  press: 50_000,
  /** How far ahead an instant may be announced. */
  daysAhead: 366,
} as const;

/** Candidates told in one go, and the pause before the next: the site is asked by some at a time. */
export const TELLING = { part: 100, pauseSeconds: 5 } as const;
