import type { Candidate, Guards, SignedInCandidate } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Chrome, Typed } from '../ui/index.ts';
import type { AnsweredStep, Enrolment } from './enrolment.ts';

/** Of a simulation: answers for fields of the steps, and in sentences what it knows that no field asks. */
export type Suggestions = {
  readonly typed: Partial<Record<AnsweredStep, Typed>>;
  readonly learned: readonly string[];
};

/** What the acts and pages of this context work with. */
export type EnrolmentDeps = {
  readonly db: Database;
  readonly events: EventBus;
  readonly catalogue: () => Catalogue;
  readonly clock: Clock;
  readonly guards: Guards;
  readonly findCandidate: (db: Database, accountId: string) => Promise<Candidate | null>;
  /** What this browser answered at the simulator, for steps that were never filled. Nothing is written before *Suivant*. */
  readonly suggestions?: (visit: Visit) => Suggestions;
  /** What stands around a candidate's page. */
  readonly chrome: (visit: Visit, candidate: SignedInCandidate, enrolment: Enrolment | null) => Promise<Chrome>;
};

export type ActDeps = Pick<EnrolmentDeps, 'db' | 'events' | 'catalogue'>;
/** Of the steps and the summary, whoever holds the pen. */
export type WritingDeps = Pick<
  EnrolmentDeps,
  'db' | 'events' | 'catalogue' | 'clock' | 'findCandidate' | 'suggestions'
>;
/** Of the acts that change what is registered. */
export type RegisterDeps = ActDeps & Pick<EnrolmentDeps, 'findCandidate'>;
