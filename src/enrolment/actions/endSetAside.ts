import { lastDecided } from '../../decisions/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { SET_ASIDE } from '../decisions.ts';
import type { ActDeps } from '../deps.ts';
import type { Enrolment } from '../enrolment.ts';
import { subjectOf } from '../events.ts';
import { endEnrolment, reopenEnrolment } from '../store/changes.ts';
import { goesOnWithAnother } from './goesOnWithAnother.ts';

/**
 * The decision that sets an enrolment aside counts from its notification (CRPA L221-8): then it ends. Where that day turns out to be
 * wrong (a letter noted as handed over, by mistake), it goes on again. `on`: the day of its notification, as far as anybody knows.
 */
export async function endSetAside(
  { events, catalogue }: Pick<ActDeps, 'events' | 'catalogue'>,
  tx: Tx,
  act: Act,
  enrolment: Enrolment,
  on: Temporal.PlainDate | null,
): Promise<void> {
  const notified = on !== null;
  const { id, status, reserve, number, version } = enrolment;
  if (reserve !== 'upheld' || number === null || status !== (notified ? 'registered' : 'set-aside')) return;
  if (!notified && (await goesOnWithAnother({ catalogue }, tx, enrolment))) return;
  const decided = await lastDecided(tx, id, SET_ASIDE.code);
  if (decided === null) return;
  if (notified) await endEnrolment(tx, decided, id, 'set-aside');
  else await reopenEnrolment(tx, decided, id, 'registered');
  const name = notified ? 'setAside.ended' : 'setAside.resumed';
  await events.publish(tx, act, name, subjectOf(enrolment), {
    enrolmentId: id,
    number,
    version,
    on: on?.toString() ?? null,
  });
}
