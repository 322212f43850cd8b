import type { Accounts, Guards, SignedInStaff } from '../accounts/index.ts';
import type { LiveCatalogue } from '../catalogue/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { Outbox } from '../platform/mail/outbox.ts';
import type { Chrome } from '../ui/index.ts';
import type { DraftReader } from './draftReader.ts';
import type { Readings } from './work/readings.ts';

/** What the acts and pages of this door work with. */
export type EditorDeps = {
  readonly db: Database;
  readonly rules: LiveCatalogue;
  readonly reader: DraftReader;
  readonly readings: Readings;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly jobs: Jobs;
  readonly outbox: Outbox;
  readonly publicUrl: URL;
  readonly guards: Pick<Guards, 'staff'>;
  readonly accounts: Pick<Accounts, 'findCandidate' | 'findCandidates' | 'listStaff'>;
  /** What stands around a page of the staff. */
  readonly chrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
};
