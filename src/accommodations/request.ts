import { PERSON_NAMES } from '../accounts/index.ts';
import type { DecisionAuthor, PreparedDecision } from '../decisions/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import type { FileFate, FileRefusal, SentFile } from '../keptFiles/index.ts';
import {
  columns,
  day,
  flag,
  id,
  instant,
  json,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
} from '../platform/database/columns.ts';
import type { DocumentKind } from '../platform/documents/documents.ts';
import { type ActOf, type StateOf, transitions } from '../platform/transitions.ts';

/**
 * A request for accommodations of an exam for a handicap (*demande d'aménagements d'épreuves*, code de l'éducation, D351-27 to
 * D351-31), from its first line to its notification. Health data: read by its candidate and by the role `accommodation` of its
 * academy, by nobody else. Read this file first.
 */

/** Those in which the service has the next word, or its doctor. */
export const WAITING = ['submitted', 'with-doctor', 'advised'] as const;
/** Those that the service reads; a draft is its candidate's alone. */
export const SENT = [...WAITING, 'decided'] as const;
/** Not decided, not taken back: documents may be added. */
const OPEN = ['draft', ...WAITING] as const;

export const REQUEST_LIFE = transitions({
  title: 'Request for accommodations',
  column: 'accommodation_case.state',
  words: 'accommodations/serviceTexts.ts',
  means: {
    draft: 'its candidate writes it, and nobody else reads it',
    submitted: 'it waits for the service',
    'with-doctor': 'it waits for the advice of the appointed doctor (D351-28)',
    advised: 'the advice is on record',
    decided: 'a person decided, and its candidate was notified',
    withdrawn: 'taken back before that',
  },
  acts: {
    begin: { from: [], to: 'draft', who: 'its candidate' },
    send: { from: ['draft'], to: 'submitted', who: 'its candidate' },
    give: { from: OPEN, who: 'its candidate' },
    answer: { from: WAITING, who: 'its candidate' },
    withdraw: { from: OPEN, to: 'withdrawn', who: 'its candidate' },
    record: { from: [], to: 'submitted', who: 'the service of accommodations', undone: 'unrecord' },
    unrecord: { from: ['submitted'], to: 'withdrawn', who: 'the service of accommodations' },
    ask: { from: WAITING, to: 'submitted', who: 'the service of accommodations' },
    'send-to-doctor': { from: ['submitted'], to: 'with-doctor', who: 'the service of accommodations' },
    advise: { from: WAITING, to: 'advised', who: 'the service of accommodations' },
    decide: { from: SENT, to: 'decided', who: 'the service of accommodations', undone: 'decide' },
  },
});
export type RequestState = StateOf<typeof REQUEST_LIFE>;
export type RequestAct = ActOf<typeof REQUEST_LIFE>;
/** As it is shown (`shownState`). `asked`: the service asked for more by a date. */
export type ShownState = RequestState | 'asked';

export function isSent({ state }: { readonly state: RequestState }): boolean {
  return REQUEST_LIFE.may('decide', state);
}

export type Request = {
  readonly id: string;
  readonly enrolmentId: EnrolmentId;
  readonly academy: string;
  readonly session: string;
  readonly state: RequestState;
  /** `post`: it came on paper, and the service put it on record. */
  readonly channel: 'online' | 'post';
  /** Codes of what is asked, of the exam's list. */
  readonly measures: readonly string[];
  readonly words: string;
  /** Sent after the last day: when the handicap was revealed, or null, and why so late. A person judges it, no machine. */
  readonly late: LateRequest | null;
  readonly submittedAt: Temporal.Instant | null;
  /** Of a request on paper. */
  readonly receivedOn: Temporal.PlainDate | null;
  /** Since when it waits for the service. */
  readonly waitingSince: Temporal.Instant | null;
  /** The service asked for more: the instant before which. Null: it didn't, or was answered. */
  readonly askedUntil: Temporal.Instant | null;
  readonly rowVersion: number;
};

/** What a candidate says of a request that isn't sent here: that it went by the academy's own way, or that they ask for nothing after all. */
export const SAID = ['sent-elsewhere', 'given-up'] as const;
export type SaidOfRequest = {
  readonly what: (typeof SAID)[number];
  /** When it was sent, as they say. */
  readonly sentOn: Temporal.PlainDate | null;
  readonly at: Temporal.Instant;
};

export type LateRequest = { readonly revealedOn: Temporal.PlainDate | null; readonly words: string };

/** A document of health, kept apart from the pieces, under the same checks. */
export type HealthDocument = {
  readonly id: string;
  readonly requestId: string;
  readonly state: 'stored' | 'removed';
  /** Which line of the checklist. */
  readonly kind: string;
  readonly name: string;
  readonly type: DocumentKind;
  readonly size: number;
  readonly sha256: string;
  readonly sent: SentFile;
  readonly fileKey: string;
  readonly receipt: string;
  readonly finishedAt: Temporal.Instant;
  readonly kept: FileFate;
  /** Why it could not be read; null: it counts. */
  readonly refusal: FileRefusal['code'] | null;
};

export const DEMAND = columns({ words: text, until: instant, at: instant });
/** The service asked for more. */
export type Demand = RowOf<typeof DEMAND>;

export const ADVICE = columns({ givenOn: day, measures: json<readonly AdvisedMeasure[]>(), at: instant });
/** What the doctor appointed by the commission advised (D351-28), as a fact. */
export type Advice = RowOf<typeof ADVICE>;
export type AdvisedMeasure = { readonly code: string; readonly favourable: boolean };

/** Each is a decision of a person and stays on record; the last one holds. */
export type RequestDecision = {
  readonly rank: number;
  readonly measures: readonly DecidedMeasure[];
  /** Its law. */
  readonly ground: string;
  readonly officerId: string;
  readonly at: Temporal.Instant;
  readonly paperId: string;
  /** Null: of before decisions bore one. */
  readonly author: DecisionAuthor | null;
};

export type DecidedMeasure = {
  readonly code: string;
  /** As it was called that day: the rules may change, the decision doesn't. */
  readonly label: string;
  readonly granted: boolean;
  /** Extra time; null: not this measure's. */
  readonly percent: number | null;
  /** How it is to be done, without its cause: read by who prepares the exam. */
  readonly how: string | null;
  /** Why it is refused, or why so much is granted: read by the candidate alone. */
  readonly reasons: string | null;
};

/** A decision written for whoever of the service may sign it, and what it would say. */
export type Preparation = PreparedDecision & {
  /** Of the request, as it was read. */
  readonly requestVersion: number;
  readonly measures: readonly DecidedMeasure[];
  readonly ground: string;
};

/** What one request may hold. */
export const MOST = {
  documents: 20,
  bytes: 60 * 1024 ** 2,
  removed: 40,
  demands: 10,
  decisions: 10,
  words: 4000,
} as const;

export const LISTED = columns({
  enrolmentId: id<EnrolmentId>(),
  session: text,
  number: present(text),
  address: text,
  speciality: nullable(text),
  ...PERSON_NAMES.shape,
  civility: text,
  /** « Oui » at the heading *Handicap* of step 2: no request yet. */
  ticked: present(flag),
  /** Says to be recognised as a disabled worker (waiver of a piece). */
  disabledWorker: present(flag),
  /** What they say of one that isn't sent here; null: nothing, or they took it back. */
  said: nullable(oneOf(SAID)),
  sentOn: nullable(day),
  /** Null: nothing was sent. */
  state: nullable(oneOf(REQUEST_LIFE.states)),
  waitingSince: nullable(instant),
  askedUntil: nullable(instant),
  late: present(flag),
  /** A document of it waits to be read. */
  beingRead: present(flag),
  /** Of whoever a decision had ended, and goes on: since when, and until when they have days of their own. */
  endedAt: nullable(instant),
  againUntil: nullable(instant),
  /** Its decision is written and waits for a signature, or was sent back; null: neither. */
  prepared: nullable(oneOf(['waiting', 'sent-back'])),
});
/** A line of the service's lists. */
export type ListedRequest = RowOf<typeof LISTED>;

/** What the service lists: what waits for it, what is prepared and waits for a signature, what is decided, who only ticked the box, who declares the status alone. */
export const LISTS = ['waiting', 'to-sign', 'decided', 'no-request', 'waiver'] as const;
export type ListName = (typeof LISTS)[number];

export const PAGE_SIZE = 50;
