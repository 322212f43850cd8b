import type { EnrolmentDeps } from '../enrolment/index.ts';
import type { PaperActDeps } from '../papers/index.ts';
import type { Jobs } from '../platform/jobs.ts';

/** What the acts of this room work with. */
export type MessageActDeps = PaperActDeps;
export type MessagesDeps = PaperActDeps & { readonly jobs: Pick<Jobs, 'handle' | 'enqueue'> };
export type MessageRouteDeps = EnrolmentDeps & Pick<PaperActDeps, 'publicUrl'>;
