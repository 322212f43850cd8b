import { type Enrolment, type EnrolmentId, isRunning, lockEnrolment } from '../../enrolment/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { Refusal } from '../refusals.ts';

export type Owner = { readonly id: EnrolmentId; readonly candidateId: string };

/** The candidate's own enrolment, locked, registered and still counting. */
export async function lockOwn(tx: Tx, { id, candidateId }: Owner): Promise<Result<Enrolment, Refusal>> {
  const enrolment = await lockEnrolment(tx, id);
  if (enrolment === null || enrolment.candidateId !== candidateId) return refuse({ code: 'not-found' });
  return stands(enrolment);
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
