import { type EnrolmentId, lockEnrolment, subjectOf } from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { OBSERVATION } from '../closing.ts';
import type { ClosingActDeps } from '../deps.ts';
import { hearingOf } from '../heard.ts';
import type { Refusal } from '../refusals.ts';
import { listObservations, writeObservation } from '../store.ts';

/** Keeps what the candidate has to say, while an invitation is open. The same words sent twice are kept once. */
export function writeObservations(
  { db, events }: Pick<ClosingActDeps, 'db' | 'events'>,
  act: Act,
  { id, candidateId, words }: { readonly id: EnrolmentId; readonly candidateId: string; readonly words: string },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(db, async (tx) => {
    const enrolment = await lockEnrolment(tx, id);
    if (enrolment === null || enrolment.candidateId !== candidateId || enrolment.number === null)
      return refuse({ code: 'not-found' });
    const { begunAt } = await readMoment(tx, act);
    if ((await hearingOf(tx, enrolment, begunAt)) === null) return refuse({ code: 'not-invited' });
    const before = await listObservations(tx, id);
    if (before.at(-1)?.words === words) return ok(null);
    if (before.length >= OBSERVATION.each) return refuse({ code: 'too-many-observations' });
    await writeObservation(tx, enrolment, words);
    await events.publish(tx, act, 'observation.written', subjectOf(enrolment), {
      enrolmentId: id,
      number: enrolment.number,
    });
    return ok(null);
  });
}
