import { carryOutCall } from './actions/callUnfinished.ts';
import { planReminders, type ReminderKind } from './actions/planReminders.ts';
import { tellDraft } from './actions/tellDraft.ts';
import { tellReminders } from './actions/tellReminder.ts';
import type { RemindersDeps } from './deps.ts';

/** What is due is asked every minute, and told by orders that look again. `others`: kinds of higher rooms. */
export function subscribeReminders(deps: RemindersDeps, others: readonly ReminderKind[] = []): void {
  deps.jobs.everyMinute('reminders', () => planReminders(deps, others));
  deps.jobs.handle('reminder.tellDraft', ({ reminderId }) => tellDraft(deps, reminderId));
  deps.jobs.handle('reminder.call', ({ callId }) => carryOutCall(deps, callId, others));
  deps.jobs.handle('reminder.tell', ({ reminderIds }) => tellReminders(deps, reminderIds));
}
