import { planReminders } from './actions/planReminders.ts';
import { tellDraft } from './actions/tellDraft.ts';
import { tellReminders } from './actions/tellReminder.ts';
import type { RemindersDeps } from './deps.ts';

/** What is due is asked every minute, and told by orders that look again. */
export function subscribeReminders(deps: RemindersDeps): void {
  deps.jobs.everyMinute('reminders', () => planReminders(deps));
  deps.jobs.handle('reminder.tellDraft', ({ reminderId }) => tellDraft(deps, reminderId));
  deps.jobs.handle('reminder.tell', ({ reminderIds }) => tellReminders(deps, reminderIds));
}
