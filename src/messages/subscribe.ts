import { sendLot } from './actions/sendLot.ts';
import type { MessagesDeps } from './deps.ts';
import { forgetMessages } from './store/closings.ts';

/** What an officer writes to a list leaves by a job; what was written goes with the account of its candidate. */
export function subscribeMessages(deps: MessagesDeps): void {
  deps.jobs.handle('message.lot', ({ lotId }) => sendLot(deps, lotId));
  deps.events.subscribe('account.closed', 'settle', (tx, { payload }) => forgetMessages(tx, payload.accountId));
}
