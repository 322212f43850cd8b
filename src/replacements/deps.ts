import type { Guards, SignedInStaff } from '../accounts/index.ts';
import type { PaperActDeps } from '../papers/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Chrome } from '../ui/index.ts';

/** What the acts and pages of this room work with. */
export type ReplacementDeps = PaperActDeps & {
  readonly clock: Clock;
  readonly guards: Pick<Guards, 'staff'>;
  readonly chrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
};
