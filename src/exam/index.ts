import './events.ts';

export { addresses as examAddresses } from './addresses.ts';
export type { ExamDeps } from './deps.ts';
export type { ExamDesk } from './exam.ts';
export { examMigrations } from './migrations.ts';
export { examRoutes } from './routes.ts';
export { subscribeExam } from './subscribe.ts';
