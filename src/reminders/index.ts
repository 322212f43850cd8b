import './events.ts';

export { type ExclusionOrder, excludeFromReminders } from './actions/excludeFromReminders.ts';
export { planReminders } from './actions/planReminders.ts';
export { reminderMigrations } from './migrations.ts';
export { refusals as reminderRefusals } from './refusals.ts';
export { type Exclusion, type ReminderProof, type ReminderState, stepCode } from './reminder.ts';
export { stepsBefore } from './rules/plan.ts';
export { findExclusions, listProofs, tallyReminders } from './store.ts';
export { subscribeReminders } from './subscribe.ts';
export { type ReminderWords, wordsOf } from './words.ts';
