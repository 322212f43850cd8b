import type { Decided } from '../../decisions/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Act, record } from '../../platform/journal.ts';
import type { ActDeps } from '../deps.ts';
import { type Enrolment, isSigned, type Signature, type SignatureWay, type Untold } from '../enrolment.ts';
import { subjectOf } from '../events.ts';
import { allows } from '../rules/transitions.ts';
import { changeEnrolment, writeSignature, writeUnvalidated, writeValidated } from '../store/changes.ts';

/**
 * The signed sheet of this version came in, or it was signed on line: the enrolment is signed until the office refuses it or the
 * candidate changes it. A signature on line stands in the place of a sheet that nobody has looked at; no sheet in the place of it.
 */
export async function markSigned(
  deps: Pick<ActDeps, 'events'>,
  tx: Tx,
  act: Act,
  enrolment: Enrolment,
  way: SignatureWay = 'paper',
): Promise<void> {
  const stands = isSigned(enrolment) && (way === 'paper' || enrolment.signature?.way === 'online');
  if (stands || enrolment.number === null || !allows(enrolment, 'sign')) return;
  await writeSignature(tx, enrolment.id, { version: enrolment.version, way });
  await deps.events.publish(tx, act, 'enrolment.signed', subjectOf(enrolment), {
    enrolmentId: enrolment.id,
    number: enrolment.number,
    version: enrolment.version,
    way,
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
  await writeValidated(tx, enrolment.id);
  await deps.events.publish(tx, act, 'enrolment.validated', subjectOf(enrolment), {
    enrolmentId: enrolment.id,
    number: enrolment.number,
    version: enrolment.version,
  });
  return true;
}

/** The sheet was decided on by a slip, a moment ago: it is signed, or not, as it was. */
export async function restoreSignature(
  tx: Tx,
  enrolment: Enrolment,
  signature: Pick<Signature, 'version' | 'at'> | null,
): Promise<void> {
  await changeEnrolment(tx, enrolment.id, {
    signed_version: signature?.version ?? null,
    signed_at: signature?.at ?? null,
  });
}

/** The refusal that had undone the validation is taken back: it stands since when it stood. */
export async function restoreValidation(
  tx: Tx,
  act: Act,
  enrolment: Enrolment,
  validatedAt: Temporal.Instant,
): Promise<void> {
  if (!allows(enrolment, 'validate')) return;
  await changeEnrolment(tx, enrolment.id, { status: 'validated', validated_at: validatedAt });
  const { id: enrolmentId, version } = enrolment;
  await record(tx, act, 'enrolment.validationRestored', subjectOf(enrolment), { enrolmentId, version });
}

/**
 * One of the pieces is no longer in order (`taken-back`: the decision that had put it so is taken back). A validation gives rights: it is
 * undone by a decision, or while its candidate wasn't told. Nothing moves an enrolment without the journal saying so.
 */
export async function unvalidateEnrolment(
  tx: Tx,
  act: Act,
  enrolment: Enrolment,
  by: Decided | Untold,
  why: 'refused' | 'taken-back' = 'refused',
): Promise<void> {
  if (enrolment.status !== 'validated') return;
  await writeUnvalidated(tx, by, enrolment.id);
  const { id: enrolmentId, version } = enrolment;
  await record(tx, act, 'enrolment.unvalidated', subjectOf(enrolment), { enrolmentId, version, why });
}
