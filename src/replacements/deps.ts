import type { Guards, SignedInStaff } from '../accounts/index.ts';
import type { PaperActDeps } from '../papers/index.ts';
import type { PiecesDeps } from '../pieces/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Chrome } from '../ui/index.ts';

/** What the acts and pages of this room work with. */
export type ReplacementDeps = PaperActDeps & {
  readonly clock: Clock;
  readonly guards: Pick<Guards, 'staff'>;
  readonly chrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
};

/** What the pages of who could not come work with: the candidate's, then the service's. */
export type ExcuseDeps = PiecesDeps &
  Pick<PaperActDeps, 'jobs' | 'outbox' | 'publicUrl' | 'due'> & {
    /** What stands around a page of the service. */
    readonly serviceChrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
    /** Is there an antivirus? Then the service opens nothing before it has found it clean. */
    readonly scans: boolean;
  };
