import type { Accommodations, Catalogue } from '../../catalogue/index.ts';
import type { SignerShown } from '../../decisions/index.ts';
import type { CannotOpen } from '../../keptFiles/index.ts';
import type { FormState, PageFrame } from '../../ui/index.ts';
import type {
  Advice,
  Demand,
  HealthDocument,
  ListedRequest,
  Preparation,
  Request,
  RequestDecision,
} from '../request.ts';

export type NotificationLine = { readonly id: string; readonly openedAt: Temporal.Instant | null };

/** Which form of the page the state is of; it begins the ids of its fields. */
export type ActForm = 'papier' | 'demande' | 'avis' | 'decision' | 'renvoi';

/** By their accounts' names; `changed`: it can't be signed as it is. */
export type PreparedView = Preparation & {
  readonly by: string;
  readonly sentBackBy: string;
  readonly changed: boolean;
};

export type FileView = PageFrame & {
  /** Under whose name it would be signed, or who could. */
  readonly signer: SignerShown;
  /** The one that waits for a signature, or was sent back. */
  readonly prepared: PreparedView | null;
  readonly catalogue: Catalogue;
  readonly checklist: Accommodations;
  readonly file: ListedRequest;
  readonly request: Request | null;
  readonly documents: readonly HealthDocument[];
  /** Those that could not be read, and after which no other of their kind came. */
  readonly unreadable: readonly HealthDocument[];
  readonly shown: HealthDocument | null;
  readonly shut: CannotOpen | null;
  readonly demands: readonly Demand[];
  readonly advice: Advice | null;
  readonly decisions: readonly RequestDecision[];
  readonly notifications: readonly NotificationLine[];
  /** Where the notification on line of each stands, by paper. */
  readonly notified: ReadonlyMap<string, string>;
  readonly waiver: string | null;
  readonly today: Temporal.PlainDate;
  /** What the candidate has to do for their health, or may, until when: as they read it. */
  readonly due: readonly string[];
  /** What « demander un complément » proposes. */
  readonly askUntil: Temporal.PlainDate;
  /** Of the decision, against a double click. */
  readonly decisionKey: string;
  readonly state: FormState;
  readonly form: ActForm | null;
};
