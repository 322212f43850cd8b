import type { Decided } from '../../decisions/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import type { ActDeps } from '../deps.ts';
import { type Enrolment, isRunning } from '../enrolment.ts';
import { subjectOf } from '../events.ts';
import { endEnrolment, reopenEnrolment } from '../store/changes.ts';

/** Ends an enrolment by the office's decision; the room of the closing says by whom and why. Gives the event, or null where it had ended. */
export async function cancelEnrolment(
  { events }: Pick<ActDeps, 'events'>,
  tx: Tx,
  act: Act,
  enrolment: Enrolment,
  decided: Decided,
): Promise<string | null> {
  const { id: enrolmentId, number, version } = enrolment;
  if (!isRunning(enrolment) || number === null) return null;
  await endEnrolment(tx, decided, enrolmentId, 'cancelled');
  return events.publish(tx, act, 'enrolment.cancelled', subjectOf(enrolment), { enrolmentId, number, version });
}

/** Puts a cancelled enrolment back where it was; null where it isn't cancelled. Beside another living one the table refuses it. */
export async function restoreEnrolment(
  { events }: Pick<ActDeps, 'events'>,
  tx: Tx,
  act: Act,
  enrolment: Enrolment,
  decided: Decided,
): Promise<string | null> {
  const { id: enrolmentId, number, version } = enrolment;
  if (enrolment.status !== 'cancelled' || number === null) return null;
  await reopenEnrolment(tx, decided, enrolmentId, 'registered');
  return events.publish(tx, act, 'enrolment.restored', subjectOf(enrolment), { enrolmentId, number, version });
}
