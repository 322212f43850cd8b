import './events.ts';

export { callUnfinished } from './actions/callUnfinished.ts';
export { planReminders, type ReminderKind } from './actions/planReminders.ts';
export { type Called, countUnfinished, listCalls, listUnfinished, type Unfinished } from './callStore.ts';
export { reminderMigrations } from './migrations.ts';
export { addresses as reminderDesk } from './office/addresses.ts';
export { reminderFlash } from './office/flash.ts';
export { reminderRoutes as reminderDeskRoutes } from './office/routes/reminders.ts';
export { plannedRows } from './plannedRows.ts';
export { type CallRefusal, NOBODY_TO_TELL, refusals as reminderRefusals } from './refusals.ts';
export { type Exclusion, isReminded, type ReminderProof, type ReminderState } from './reminder.ts';
export type { Range } from './rules/plan.ts';
export { standsAt } from './stands.ts';
export { listProofs } from './store.ts';
export { subscribeReminders } from './subscribe.ts';
