import type { Accounts, Guards, SignedInStaff } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Chrome } from '../ui/index.ts';

/** What pages of the staff work with, in every room; what a room needs beside, it adds. */
export type DeskDeps = {
  readonly db: Database;
  readonly events: EventBus;
  readonly catalogue: () => Catalogue;
  readonly clock: Clock;
  readonly guards: Pick<Guards, 'staff'>;
  readonly accounts: Pick<Accounts, 'findCandidate' | 'findCandidates' | 'listStaff'>;
  /** What stands around a page of the staff. */
  readonly chrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
};
