import type { SignedInCandidate, StaffMember } from '../accounts/index.ts';
import type { Enrolment, EnrolmentDeps } from '../enrolment/index.ts';
import type { Dues } from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';

export type CandidateDeps = EnrolmentDeps & {
  readonly due: Dues;
  readonly countUnread: (db: Database, enrolmentId: Enrolment['id']) => Promise<number>;
  readonly listStaff: (db: Database, academy: string) => Promise<readonly StaffMember[]>;
};
export type { SignedInCandidate };
