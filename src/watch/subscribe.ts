import type { ExamActDeps } from '../exam/index.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { JournalSubject } from '../platform/journal.ts';
import { askForLook } from './store/watch.ts';
import { watchExam, watchExams } from './watch.ts';

/** Several that end together are looked at once. */
const LOOK_AFTER_SECONDS = 30;

/** Whoever leaves has the machine look again at who lacks a seat; every session is looked at each night. */
export function subscribeWatch(
  deps: ExamActDeps & { readonly jobs: Pick<Jobs, 'handle' | 'enqueue' | 'everyNight'> },
): void {
  deps.jobs.handle('exam.watch', (place) => watchExam(deps.db, deps.catalogue(), place));
  deps.jobs.everyNight('exams', () => watchExams(deps.db, deps.catalogue()));
  deps.events.subscribe('sitting.published', 'tell', async (tx, { subject: { academy, session } }) => {
    if (academy !== null && session !== null) await deps.jobs.enqueue(tx, 'exam.watch', { academy, session });
  });
  // What changes who sits: an enrolment that ends, or comes back; a test that is sat again. What is validated sat already, with a seat kept.
  deps.events.subscribe(
    [
      'enrolment.withdrawn',
      'setAside.ended',
      'setAside.resumed',
      'enrolment.reinstated',
      'enrolment.cancelled',
      'enrolment.restored',
      'reserve.lifted',
      'person.ended',
      'exam.replacement',
    ],
    'tell',
    (tx, { subject }) => (subject.session === null ? Promise.resolve() : lookAgain(deps.jobs, tx, subject)),
  );
  // What belongs to the academy is used by each of its sessions: a smaller room, a test that moves, another session's plan.
  deps.events.subscribe(
    ['exam.placeSaved', 'exam.placeRemoved', 'exam.centresUsed', 'exam.imported', 'sitting.published'],
    'tell',
    (tx, { subject: { academy } }) => lookAgain(deps.jobs, tx, { academy, session: null }),
  );
  // A room goes to another academy, or comes back: both plans are concerned.
  deps.events.subscribe(['exam.roomLent', 'exam.loanEnded'], 'tell', async (tx, { subject: { academy }, payload }) => {
    for (const one of [academy, payload.borrower]) await lookAgain(deps.jobs, tx, { academy: one, session: null });
  });
}

async function lookAgain(
  jobs: Pick<Jobs, 'enqueue'>,
  tx: Tx,
  { academy, session }: Pick<JournalSubject, 'academy' | 'session'>,
): Promise<void> {
  if (academy === null) return;
  for (const asked of await askForLook(tx, { academy, session }))
    await jobs.enqueue(tx, 'exam.watch', { academy, session: asked }, LOOK_AFTER_SECONDS);
}
