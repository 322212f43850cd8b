import type { Jobs } from '../platform/jobs.ts';
import { closeEnrolments } from './actions/closeEnrolments.ts';
import { endDoubles } from './actions/endDoubles.ts';
import type { ActDeps } from './deps.ts';

/** What ends when its time has come, asked every minute; and what goes with the account of its candidate. */
export function subscribeEnrolments(
  deps: Pick<ActDeps, 'db' | 'events'> & { readonly jobs: Pick<Jobs, 'everyMinute'> },
): void {
  deps.jobs.everyMinute('doubles', () => endDoubles(deps));
  deps.events.subscribe('account.closed', 'settle', (tx, { payload, act }) =>
    closeEnrolments(tx, act, payload.accountId),
  );
}
