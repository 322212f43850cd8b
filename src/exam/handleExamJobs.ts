import type { Jobs } from '../platform/jobs.ts';
import { placePlan } from './actions/placePlan.ts';
import type { PlacingDeps } from './deps.ts';
import type { PlanId } from './plan.ts';

/** What this room does beside the requests. */
export function handleExamJobs(deps: PlacingDeps & { readonly jobs: Pick<Jobs, 'handle'> }): void {
  deps.jobs.handle('exam.place', ({ planId, version }) => placePlan(deps, { planId: planId as PlanId, version }));
}
