import { type EnrolmentId, isRunning, onEnrolment, subjectOf } from '../../enrolment/index.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { RemindDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { findExclusions, liftExclusion, writeExclusion } from '../store.ts';

export type ExclusionOrder = {
  readonly id: EnrolmentId;
  readonly academy: string;
  readonly officerId: string;
  /** Why it is taken out; null: it is taken back in. */
  readonly reason: string | null;
};

/** Takes a file out of the reminders, for a reason that is kept, or back in. The same officer's same words sent twice are one act. */
export function excludeFromReminders(
  { db, events }: Pick<RemindDeps, 'db' | 'events'>,
  act: Act,
  { id, academy, officerId, reason }: ExclusionOrder,
): Promise<Result<null, Refusal>> {
  return onEnrolment<null, Refusal>(db, { id, academy }, async (tx, enrolment) => {
    const standing = (await findExclusions(tx, [id])).get(id);
    const payload = { enrolmentId: id, number: enrolment.number ?? '' };
    if (reason === null) {
      if (standing === undefined) return refuse({ code: 'not-excluded' });
      await liftExclusion(tx, id, officerId);
      await events.publish(tx, act, 'reminder.resumed', subjectOf(enrolment), payload);
      return ok(null);
    }
    if (!isRunning(enrolment)) return refuse({ code: 'ended' });
    if (standing !== undefined)
      return standing.reason === reason && standing.officerId === officerId ? ok(null) : refuse({ code: 'excluded' });
    await writeExclusion(tx, enrolment, id, { reason, officerId });
    await events.publish(tx, act, 'reminder.excluded', subjectOf(enrolment), payload);
    return ok(null);
  });
}
