import type { Jobs } from '../platform/jobs.ts';
import { endDoubles } from './actions/endDoubles.ts';
import type { ActDeps } from './deps.ts';

/** What ends when its time has come, asked every minute. */
export function subscribeEnrolments(
  deps: Pick<ActDeps, 'db' | 'events'> & { readonly jobs: Pick<Jobs, 'everyMinute'> },
): void {
  deps.jobs.everyMinute('doubles', () => endDoubles(deps));
}
