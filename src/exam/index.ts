import './events.ts';

export { addresses as examAddresses } from './addresses.ts';
export { certificateCodes } from './certificates.ts';
export type { ExamDeps } from './deps.ts';
export type { ExamDesk } from './exam.ts';
export { handleExamJobs } from './handleExamJobs.ts';
export { examMigrations } from './migrations.ts';
export { createPlacer } from './placing/placer.ts';
export { readSitters, type SessionSitter } from './readSitters.ts';
export { examRoutes } from './routes.ts';
export { type Doubt, type Sitter, type ToSit, unitsToSit } from './rules/toSit.ts';
export { sitterOf } from './sitters.ts';
