import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { ActDeps } from '../deps.ts';
import type { EnrolmentId } from '../enrolment.ts';
import { subjectOf } from '../events.ts';
import { onEnrolment } from '../onEnrolment.ts';
import type { Refusal } from '../refusals.ts';
import { allows } from '../rules/transitions.ts';
import { leaveEnrolment } from '../store/changes.ts';

export type WithdrawalOrder = {
  readonly id: EnrolmentId;
  readonly candidateId: string;
  /** What the candidate had under the eyes, 0 for a draft: who abandons a draft doesn't withdraw what was registered since. */
  readonly version: number;
};

/** The candidate takes the enrolment back (*retrait*). A draft is simply abandoned. A second click changes nothing. */
export async function withdrawEnrolment(
  deps: ActDeps,
  act: Act,
  { id, candidateId, version }: WithdrawalOrder,
): Promise<Result<null, Refusal>> {
  return onEnrolment<null, Refusal>(deps.db, { id, candidateId }, async (tx, enrolment) => {
    if (enrolment.status === 'withdrawn' || enrolment.status === 'abandoned') return ok(null);
    const leaving = enrolment.number === null ? 'abandon' : 'withdraw';
    if (!allows(enrolment, leaving)) return refuse({ code: 'ended' });
    if (enrolment.version !== version) return refuse({ code: 'written-elsewhere' });
    await leaveEnrolment(tx, id, leaving);
    if (enrolment.number === null) {
      await record(tx, act, 'draft.abandoned', subjectOf(enrolment), { enrolmentId: id });
      return ok(null);
    }
    await deps.events.publish(tx, act, 'enrolment.withdrawn', subjectOf(enrolment), {
      enrolmentId: id,
      number: enrolment.number,
    });
    return ok(null);
  });
}
