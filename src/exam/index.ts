import './events.ts';

export { addresses as examAddresses } from './addresses.ts';
export type { ExamDeps } from './deps.ts';
export type { ExamDesk } from './exam.ts';
export { handleExamJobs } from './handleExamJobs.ts';
export { examMigrations } from './migrations.ts';
export { createPlacer } from './placing/placer.ts';
export { readSitters, type SessionSitter } from './readSitters.ts';
export { examRoutes } from './routes.ts';
