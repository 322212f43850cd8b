import type { Guards, SignedInCandidate, SignedInStaff } from '../accounts/index.ts';
import type { Enrolment } from '../enrolment/index.ts';
import type { PaperActDeps } from '../papers/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Chrome } from '../ui/index.ts';
import type { FormerReader } from './work/reader.ts';

/** What the acts of this room work with. */
export type FormerActDeps = PaperActDeps;

/** What its pages work with. */
export type FormerDeps = FormerActDeps & {
  readonly clock: Clock;
  readonly guards: Guards;
  readonly formerReader: Pick<FormerReader, 'read'>;
  readonly chrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
  readonly candidateChrome: (visit: Visit, candidate: SignedInCandidate, enrolment: Enrolment) => Promise<Chrome>;
};
