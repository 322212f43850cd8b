import type { PaperActDeps } from '../papers/index.ts';
import type { Jobs } from '../platform/jobs.ts';
import { goOnTelling } from './actions/tellSummonses.ts';

/** A published plan is told to everybody whom it concerns, by a job. */
export function subscribeExam(deps: PaperActDeps & { readonly jobs: Pick<Jobs, 'handle' | 'enqueue'> }): void {
  deps.jobs.handle('summons.tell', (order) => goOnTelling(deps, order));
  deps.events.subscribe('sitting.published', 'tell', (tx, { payload: { planId } }) =>
    deps.jobs.enqueue(tx, 'summons.tell', { planId }),
  );
}
