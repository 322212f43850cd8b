import type { SignedInCandidate, StaffMember } from '../accounts/index.ts';
import type { Enrolment, EnrolmentDeps } from '../enrolment/index.ts';
import type { Dues } from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { DefinedEvents } from '../platform/defineEvents.ts';

export type CandidateDeps = EnrolmentDeps & {
  readonly due: Dues;
  /** What every room says of what it publishes: « Ce qui s'est passé » is written in these words. */
  readonly definedEvents: DefinedEvents;
  readonly countUnread: (db: Database, enrolmentId: Enrolment['id']) => Promise<number>;
  readonly listStaff: (db: Database, academy: string) => Promise<readonly StaffMember[]>;
};
export type { SignedInCandidate };
