export { addresses as examinerAddresses } from './addresses.ts';
export type { ExaminerDeps } from './deps.ts';
export { EXAMINER_EVENTS } from './events.ts';
export { examinerMigrations } from './migrations.ts';
export { examinerNavigation } from './navigation.ts';
export { examinerRoutes } from './routes.ts';
