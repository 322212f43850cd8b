import type { Accounts, SignedInStaff } from '../accounts/index.ts';
import type { PaperFile } from '../documents/index.ts';
import type { PaperActDeps } from '../papers/index.ts';
import type { PiecesDeps } from '../pieces/index.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Chrome } from '../ui/index.ts';

/** What the acts of this room work with. */
export type AccommodationActDeps = PaperActDeps;

/** What its pages work with: the candidate's, then the service's. */
export type AccommodationDeps = PiecesDeps &
  Pick<PaperActDeps, 'jobs' | 'outbox' | 'publicUrl' | 'due'> & {
    /** What stands around a page of the service. */
    readonly serviceChrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
    /** By whom a decision was prepared. */
    readonly accounts: Pick<Accounts, 'listStaff'>;
    /** Is there an antivirus? Then the service opens nothing before it has found it clean. */
    readonly scans: boolean;
    /** A notification as its reader has it, for the service of that academy; null: none of that enrolment. */
    readonly notification: (academy: string, enrolmentId: string, paper: string) => Promise<PaperFile | null>;
  };
