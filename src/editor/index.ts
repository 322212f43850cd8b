export { createDraftReader } from './draftReader.ts';
export { EDITOR_EVENTS } from './events.ts';
export { editorMails } from './mails.ts';
export { editorMigrations } from './migrations.ts';
export { createPreviews, PREVIEW_COOKIE } from './preview.ts';
export { editorRoutes, handleRuleJobs } from './routes.ts';
export { ruleForm } from './ruleForm.ts';
export { countSubmitted } from './store/drafts.ts';
export { createReadings } from './work/readings.ts';
