import type { Accommodations } from '../../catalogue/index.ts';
import type { Enrolment } from '../../enrolment/index.ts';
import type { Chrome, Flash, FormState, StatusName } from '../../ui/index.ts';
import type {
  Advice,
  Demand,
  HealthDocument,
  Request,
  RequestDecision,
  SaidOfRequest,
  ShownState,
} from '../request.ts';

export type RequestView = {
  readonly chrome: Chrome;
  readonly flash: Flash | null;
  readonly csrf: string;
  readonly keys: { readonly request: string; readonly document: string };
  readonly enrolment: Pick<Enrolment, 'id' | 'number'>;
  readonly running: boolean;
  readonly checklist: Accommodations;
  readonly request: Request | null;
  /** What they say of one that isn't sent here. */
  readonly said: SaidOfRequest | null;
  readonly documents: readonly HealthDocument[];
  /** Those that could not be read, and after which no other of their kind came. */
  readonly unreadable: readonly HealthDocument[];
  readonly demand: Demand | null;
  /** The doctor's: shown once it was decided upon (CRPA L311-2). */
  readonly advice: Advice | null;
  readonly decisions: readonly RequestDecision[];
  /** How the last is contested, until its last day where that is known. */
  readonly remedies: readonly string[];
  /** The last day to send it (`requestEndsAt`). */
  readonly endsAt: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly late: boolean;
  /** The academy's own page. */
  readonly link: string;
  readonly states: Readonly<Record<'request' | 'document' | 'answer' | 'said', FormState>>;
};

export const LOOKS: Readonly<Record<ShownState, StatusName>> = {
  draft: 'missing',
  submitted: 'deposited',
  asked: 'missing',
  'with-doctor': 'received',
  advised: 'received',
  decided: 'compliant',
  withdrawn: 'irrelevant',
};
