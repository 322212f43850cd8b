import type { Jobs } from '../platform/jobs.ts';
import { carryOutCancellations } from './actions/carryOutCancellations.ts';
import type { ClosingActDeps } from './deps.ts';

/** What two people decided takes effect when its time has come, asked every minute. */
export function subscribeClosing(
  deps: ClosingActDeps & { readonly jobs: Pick<Jobs, 'enqueue' | 'everyMinute'> },
): void {
  deps.jobs.everyMinute('cancellations', () => carryOutCancellations(deps));
}
