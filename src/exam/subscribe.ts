import type { EnrolmentId } from '../enrolment/index.ts';
import type { PaperActDeps } from '../papers/index.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { Subject } from '../platform/journal.ts';
import { askForLook } from './store/watch.ts';
import { tellAtOnce } from './summonses/actions/tellAtOnce.ts';
import { goOnTelling } from './summonses/actions/tellSummonses.ts';

/** What changes who sits: an enrolment that ends, or comes back; a test that is sat again. What is validated sat already, with a seat kept. */
const CHANGES_WHO_SITS = [
  'enrolment.withdrawn',
  'setAside.ended',
  'setAside.resumed',
  'enrolment.reinstated',
  'enrolment.cancelled',
  'enrolment.restored',
  'reserve.lifted',
  'person.ended',
  'exam.replacement',
] as const;

/** Whoever leaves or comes back has a summons that is void, or holds again: they are told at once. */
const ENDS_OR_COMES_BACK = [
  'enrolment.withdrawn',
  'setAside.ended',
  'setAside.resumed',
  'enrolment.reinstated',
  'enrolment.cancelled',
  'enrolment.restored',
  'person.ended',
] as const;

/** Several that end together are looked at once. */
const LOOK_AFTER_SECONDS = 30;

/** A published plan is told to everybody whom it concerns, by a job; whoever leaves has the machine look again at who lacks a seat. */
export function subscribeExam(deps: PaperActDeps & { readonly jobs: Pick<Jobs, 'handle' | 'enqueue'> }): void {
  deps.jobs.handle('summons.tell', (order) => goOnTelling(deps, order));
  deps.events.subscribe('sitting.published', 'tell', (tx, { payload: { planId } }) =>
    deps.jobs.enqueue(tx, 'summons.tell', { planId }),
  );
  for (const name of ENDS_OR_COMES_BACK)
    deps.events.subscribe(name, 'tell', (tx, { act, payload }) =>
      tellAtOnce(deps, tx, act, payload.enrolmentId as EnrolmentId),
    );
  for (const name of CHANGES_WHO_SITS)
    deps.events.subscribe(name, 'tell', (tx, { subject }) => lookAgain(deps.jobs, tx, subject));
}

async function lookAgain(jobs: Pick<Jobs, 'enqueue'>, tx: Tx, { academy, session }: Subject): Promise<void> {
  if (academy === null || session === null) return;
  const place = { academy, session };
  if (await askForLook(tx, place)) await jobs.enqueue(tx, 'exam.watch', place, LOOK_AFTER_SECONDS);
}
