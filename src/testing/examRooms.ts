import { placeMigrations } from '../places/index.ts';
import { handlePlacing, planMigrations } from '../plan/index.ts';
import { sitterMigrations } from '../sitters/index.ts';
import { summonsMigrations } from '../summonses/index.ts';
import { subscribeWatch, watchMigrations } from '../watch/index.ts';

export { examRoutes } from '../examRoutes.ts';
export { subscribeSummonses as subscribeExam } from '../summonses/index.ts';
export { dueExams, watchExams } from '../watch/index.ts';

/** The tables of every room that prepares the exam. */
export const examMigrations = [placeMigrations, sitterMigrations, planMigrations, summonsMigrations, watchMigrations];

/** What these rooms do beside the requests. */
export function handleExamJobs(deps: Parameters<typeof handlePlacing>[0] & Parameters<typeof subscribeWatch>[0]): void {
  handlePlacing(deps);
  subscribeWatch(deps);
}
