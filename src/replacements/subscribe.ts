import type { EventBus } from '../platform/events.ts';
import { forgetExcuses } from './excuses/store/closings.ts';

/** What was said of an absence goes with the account of its candidate. */
export function subscribeReplacements({ events }: { readonly events: EventBus }): void {
  events.subscribe('account.closed', 'settle', (tx, { payload }) => forgetExcuses(tx, payload.accountId));
}
