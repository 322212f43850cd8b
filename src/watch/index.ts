import './events.ts';

export { watchMigrations } from './migrations.ts';
export { Due } from './pages/missingPage.tsx';
export { missingRoutes } from './routes/missing.ts';
export { type DueExam, dueExams } from './store/watch.ts';
export { subscribeWatch } from './subscribe.ts';
export { watchExams } from './watch.ts';
