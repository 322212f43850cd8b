export type { OfficeDeps } from './deps.ts';
export { OF_RESERVE } from './file/signable.ts';
export type { ActKind } from './journal/rules/actKind.ts';
export { officeMigrations } from './migrations.ts';
export { type OfficeCounts, officeCounts, officeNavigation, seasonFor } from './navigation.ts';
export { officeRoutes } from './routes.ts';
export { officeFlash } from './texts.ts';
export { undoneAt } from './undoing.ts';
