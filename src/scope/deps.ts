import type { Accounts, Guards, SignedInStaff } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { PageFrame } from '../ui/index.ts';

/** What pages of the staff work with, in every room; what a room needs beside, it adds. */
export type DeskDeps = {
  readonly db: Database;
  readonly events: EventBus;
  readonly catalogue: () => Catalogue;
  readonly clock: Clock;
  readonly guards: Pick<Guards, 'staff'>;
  readonly accounts: Pick<Accounts, 'findCandidate' | 'findCandidates' | 'listStaff'>;
  /** What every page of the staff begins with: what stands around it, its token, and what was just done, in words. */
  readonly frame: (visit: Visit, staff: SignedInStaff) => Promise<PageFrame>;
};
