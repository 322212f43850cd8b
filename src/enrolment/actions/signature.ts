import type { Tx } from '../../platform/database/database.ts';
import { type Act, record } from '../../platform/journal.ts';
import type { ActDeps } from '../deps.ts';
import { type Enrolment, isSigned } from '../enrolment.ts';
import { subjectOf } from '../events.ts';
import { allows } from '../rules/transitions.ts';
import { writeSignature, writeValidated } from '../store.ts';

/** The signed sheet of this version came in: the enrolment is signed until the office refuses it or the candidate changes it. */
export async function markSigned(deps: Pick<ActDeps, 'events'>, tx: Tx, act: Act, enrolment: Enrolment): Promise<void> {
  if (isSigned(enrolment) || enrolment.number === null || !allows(enrolment, 'sign')) return;
  await writeSignature(tx, enrolment.id, enrolment.version);
  await deps.events.publish(tx, act, 'enrolment.signed', subjectOf(enrolment), {
    enrolmentId: enrolment.id,
    number: enrolment.number,
    version: enrolment.version,
  });
}

/** The signed sheet was refused or taken back: it is to be signed again. */
export async function voidSignature(tx: Tx, enrolment: Enrolment): Promise<void> {
  await writeSignature(tx, enrolment.id, null);
}

/** Every piece due at the closing is in order: the enrolment is definitive (notice, « Validation de votre inscription »). */
export async function validateEnrolment(
  deps: Pick<ActDeps, 'events'>,
  tx: Tx,
  act: Act,
  enrolment: Enrolment,
): Promise<boolean> {
  if (enrolment.number === null || !allows(enrolment, 'validate')) return false;
  await writeValidated(tx, enrolment.id, true);
  await deps.events.publish(tx, act, 'enrolment.validated', subjectOf(enrolment), {
    enrolmentId: enrolment.id,
    number: enrolment.number,
    version: enrolment.version,
  });
  return true;
}

/** A decision was taken back: one of the pieces is no longer in order. Nothing moves an enrolment without the journal saying so. */
export async function unvalidateEnrolment(tx: Tx, act: Act, enrolment: Enrolment): Promise<void> {
  if (enrolment.status !== 'validated') return;
  await writeValidated(tx, enrolment.id, false);
  const { id: enrolmentId, version } = enrolment;
  await record(tx, act, 'enrolment.unvalidated', subjectOf(enrolment), { enrolmentId, version });
}
