export { mendLists } from './actions/mendLists.ts';
export type { OfficeDeps } from './deps.ts';
export { examDesk } from './examDesk.ts';
export { officeMigrations } from './migrations.ts';
export { type OfficeCounts, officeCounts, officeNavigation } from './navigation.ts';
export { officeRoutes } from './routes.ts';
export { proofLedger } from './store/entryProofs.ts';
export { subscribeOffice } from './subscribe.ts';
export { scanProofs } from './typing/scans.ts';
