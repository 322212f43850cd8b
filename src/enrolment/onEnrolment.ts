import type { Database, Tx } from '../platform/database/database.ts';
import { transact } from '../platform/database/transact.ts';
import { type Result, refuse } from '../platform/result.ts';
import { type Enrolment, type EnrolmentId, isRunning } from './enrolment.ts';
import { lockEnrolment } from './store.ts';

/** Whose it must be: its candidate's own, or a file that the office of that academy reads, which has its number. */
export type WhoseEnrolment = { readonly id: EnrolmentId } & (
  | { readonly candidateId: string }
  | { readonly academy: string }
);

type Missing = { readonly code: 'not-found' };
type Ended = { readonly code: 'ended' };

/** One act on an enrolment of theirs, in one transaction: others on it wait. */
export function onEnrolment<T, R>(
  db: Database,
  whose: WhoseEnrolment,
  work: (tx: Tx, enrolment: Enrolment) => Promise<Result<T, R>>,
): Promise<Result<T, R | Missing>> {
  return transact<T, R | Missing>(db, async (tx) => {
    const enrolment = await lockEnrolment(tx, whose.id);
    const theirs =
      'academy' in whose
        ? enrolment?.academy === whose.academy && enrolment.number !== null
        : enrolment?.candidateId === whose.candidateId;
    return enrolment !== null && theirs ? work(tx, enrolment) : refuse({ code: 'not-found' });
  });
}

/** The same, of one that is registered and hasn't ended. */
export function onRunning<T, R>(
  db: Database,
  whose: WhoseEnrolment,
  work: (tx: Tx, enrolment: Enrolment & { readonly number: string }) => Promise<Result<T, R>>,
): Promise<Result<T, R | Missing | Ended>> {
  return onEnrolment<T, R | Ended>(db, whose, async (tx, enrolment) => {
    const { number } = enrolment;
    return isRunning(enrolment) && number !== null ? work(tx, { ...enrolment, number }) : refuse({ code: 'ended' });
  });
}
