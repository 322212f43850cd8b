import './events.ts';

export { addresses as examAddresses } from './addresses.ts';
export type { ExamDeps } from './deps.ts';
export type { ExamDesk } from './exam.ts';
export { examMigrations } from './migrations.ts';
export { ExamPage } from './pages/examPage.tsx';
export { SessionChoice } from './pages/sessionChoice.tsx';
export { examRoutes } from './routes.ts';
