import type { ReminderKind } from '../reminders/index.ts';
import { tellUnsent } from './actions/tellUnsent.ts';
import type { AccommodationActDeps } from './deps.ts';
import { forgetRequests } from './store/closings.ts';
import { planUnsent, unsentReminders } from './store/unsent.ts';

/** A request begun and never sent is reminded of by the plan of its session, as pieces are. */
export function unsentRequests(deps: AccommodationActDeps): ReminderKind {
  const { jobs } = deps;
  jobs.handle('accommodation.tellUnsent', ({ reminderId }) => tellUnsent(deps, reminderId));
  return {
    plan: planUnsent,
    order: async (tx, most) => {
      const ids = await unsentReminders.take(tx, most);
      for (const reminderId of ids) await jobs.enqueue(tx, 'accommodation.tellUnsent', { reminderId });
      return ids.length;
    },
  };
}

/** What was asked goes with the account of its candidate. */
export function subscribeAccommodations({ events }: Pick<AccommodationActDeps, 'events'>): void {
  events.subscribe('account.closed', 'settle', (tx, { payload }) => forgetRequests(tx, payload.accountId));
}
