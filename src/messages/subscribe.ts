import { sendLot } from './actions/sendLot.ts';
import type { MessagesDeps } from './deps.ts';

/** What an officer writes to a list leaves by a job. */
export function subscribeMessages(deps: MessagesDeps): void {
  deps.jobs.handle('message.lot', ({ lotId }) => sendLot(deps, lotId));
}
