export { addresses as examAddresses } from './addresses.ts';
export type { ExamDeps } from './deps.ts';
export type { ExamDesk } from './exam.ts';
export { examRoutes } from './routes.ts';
