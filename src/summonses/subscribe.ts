import type { EnrolmentId } from '../enrolment/index.ts';
import type { PaperActDeps } from '../papers/index.ts';
import type { Jobs } from '../platform/jobs.ts';
import { tellAtOnce } from './actions/tellAtOnce.ts';
import { tellCalls } from './actions/tellCalls.ts';
import { goOnTelling } from './actions/tellSummonses.ts';

/** A published plan is told to everybody whom it concerns, by a job. */
export function subscribeSummonses(
  deps: PaperActDeps & { readonly jobs: Pick<Jobs, 'handle' | 'enqueue' | 'everyMinute'> },
): void {
  deps.jobs.handle('summons.tell', (order) => goOnTelling(deps, order));
  deps.events.subscribe('sitting.published', 'tell', (tx, { payload: { planId } }) =>
    deps.jobs.enqueue(tx, 'summons.tell', { planId }),
  );
  deps.jobs.everyMinute('calls', () => tellCalls(deps));
  // Whoever leaves or comes back has a summons that is void, or holds again: they are told at once.
  deps.events.subscribe(
    [
      'enrolment.withdrawn',
      'setAside.ended',
      'setAside.resumed',
      'enrolment.reinstated',
      'enrolment.cancelled',
      'enrolment.restored',
      'person.ended',
    ],
    'tell',
    (tx, { act, payload }) => tellAtOnce(deps, tx, act, payload.enrolmentId as EnrolmentId),
  );
}
