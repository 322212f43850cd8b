import type { Jobs } from '../platform/jobs.ts';
import { placePlan } from './actions/placePlan.ts';
import type { PlacingDeps } from './deps.ts';
import type { PlanId } from './plan.ts';

/** Plans are placed beside the requests, when nothing waits. */
export function handlePlacing(deps: PlacingDeps & { readonly jobs: Pick<Jobs, 'handle'> }): void {
  deps.jobs.handle(
    'exam.place',
    ({ planId, version }) => placePlan(deps, { planId: planId as PlanId, version }),
    'when-calm',
  );
}
