import type { Jobs } from '../platform/jobs.ts';
import type { PlacingDeps } from './deps.ts';
import { placePlan } from './plan/actions/placePlan.ts';
import type { PlanId } from './plan.ts';
import { watchExam, watchExams } from './watch/watch.ts';

/** What this room does beside the requests. */
export function handleExamJobs(deps: PlacingDeps & { readonly jobs: Pick<Jobs, 'handle' | 'everyNight'> }): void {
  deps.jobs.handle(
    'exam.place',
    ({ planId, version }) => placePlan(deps, { planId: planId as PlanId, version }),
    'when-calm',
  );
  deps.jobs.handle('exam.watch', (place) => watchExam(deps.db, deps.catalogue(), place));
  deps.jobs.everyNight('exams', () => watchExams(deps.db, deps.catalogue()));
}
