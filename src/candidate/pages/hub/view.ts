import type { AccommodationRequest } from '../../../accommodations/index.ts';
import type { Catalogue, ResolvedSession } from '../../../catalogue/index.ts';
import type { Cancellation } from '../../../closing/index.ts';
import type { DecisionAuthor, DecisionRead } from '../../../decisions/index.ts';
import type { AnswersReview, Enrolment, Reserve } from '../../../enrolment/index.ts';
import type { LeftOutBy } from '../../../hearings/index.ts';
import type { PieceWithFiles, Remaining } from '../../../pieces/index.ts';
import type { ResultNews } from '../../../publication/index.ts';
import type { ExpectedCall, Summons } from '../../../summonses/index.ts';
import type { Chrome, Flash, TimelineEntry } from '../../../ui/index.ts';

/** What the page of one enrolment is made from. */
export type HubView = {
  readonly chrome: Chrome;
  readonly enrolment: Enrolment;
  readonly session: ResolvedSession;
  readonly catalogue: Catalogue;
  readonly review: AnswersReview;
  readonly remaining: Remaining;
  readonly pieces: readonly PieceWithFiles[];
  /** *Information du gestionnaire*, or that a file couldn't be read, by the code of the piece that it is about. */
  readonly comments: ReadonlyMap<string, string>;
  /** The one it stands under, or stood under when an officer decided. */
  readonly reserve?: Reserve | null;
  readonly unread: number;
  /** Of the office, to be read; and the candidate's own that wait for an answer. */
  readonly messages: { readonly toRead: number; readonly waiting: number };
  /** The request for arrangements, once it came. */
  readonly accommodation: AccommodationRequest | null;
  /** What they were told last of where and when they sit. */
  readonly summons: Summons | null;
  /** Hours at which they are expected instead, as the day goes. */
  readonly calls: readonly ExpectedCall[];
  /** Units of which decisions that stand leave them out. */
  readonly leftOut?: readonly LeftOutBy[];
  /** The decision that undid the validation; null: none did, or it is validated since. */
  readonly undone?: DecisionRead | null;
  /** Did an officer type in their name? */
  readonly isTyped: boolean;
  /** Where the result of the exam is, or when it comes; null: nothing is decided. */
  readonly results?: ResultNews | null;
  /** Why it was cancelled. */
  readonly cancelled: Pick<Cancellation, 'words' | 'ground'> | null;
  /** Null: from before decisions had an author. */
  readonly cancelledBy?: DecisionAuthor | null;
  /** Where the notification of that stands. */
  readonly notified: string | null;
  /** How it is contested, until its last day where that is known. */
  readonly remedies: readonly string[];
  readonly history: readonly TimelineEntry[];
  readonly now: Temporal.Instant;
  readonly flash: Flash | null;
};
