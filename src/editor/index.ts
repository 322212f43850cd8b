export { createDraftReader } from './draftReader.ts';
export { editorMigrations } from './migrations.ts';
export { editorRoutes } from './routes.ts';
