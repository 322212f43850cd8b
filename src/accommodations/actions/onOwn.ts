import { type Enrolment, type EnrolmentId, isRunning, lockEnrolment, onEnrolment } from '../../enrolment/index.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { Refusal } from '../refusals.ts';

export type RequestOwner = { readonly id: EnrolmentId; readonly candidateId: string };

/** One act of a candidate on their own enrolment, locked, registered and still counting. */
export function onOwn<T>(
  db: Database,
  { id, candidateId }: RequestOwner,
  work: (tx: Tx, enrolment: Enrolment) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return onEnrolment<T, Refusal>(db, { id, candidateId }, async (tx, enrolment) => {
    const found = stands(enrolment);
    return found.ok ? work(tx, enrolment) : found;
  });
}

/** The same for the service of its academy. */
export async function lockServed(
  tx: Tx,
  { id, academy }: { readonly id: EnrolmentId; readonly academy: string },
): Promise<Result<Enrolment, Refusal>> {
  const enrolment = await lockEnrolment(tx, id);
  if (enrolment === null || enrolment.academy !== academy) return refuse({ code: 'not-found' });
  return stands(enrolment);
}

function stands(enrolment: Enrolment): Result<Enrolment, Refusal> {
  if (isRunning(enrolment)) return ok(enrolment);
  return refuse({ code: enrolment.number === null ? 'not-registered' : 'ended' });
}
