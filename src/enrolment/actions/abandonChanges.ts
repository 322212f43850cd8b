import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result } from '../../platform/result.ts';
import type { ActDeps } from '../deps.ts';
import type { EnrolmentId } from '../enrolment.ts';
import { subjectOf } from '../events.ts';
import { onEnrolment } from '../onEnrolment.ts';
import type { Refusal } from '../refusals.ts';
import { allows } from '../rules/transitions.ts';
import { dropWorkingCopy } from '../store/changes.ts';

/** Throws the working copy away: the registered version and its signature stand. */
export async function abandonChanges(
  deps: ActDeps,
  act: Act,
  id: EnrolmentId,
  candidateId: string,
): Promise<Result<null, Refusal>> {
  return onEnrolment<null, Refusal>(deps.db, { id, candidateId }, async (tx, enrolment) => {
    if (!allows(enrolment, 'abandon-change')) return ok(null);
    await dropWorkingCopy(tx, id);
    await record(tx, act, 'changes.abandoned', subjectOf(enrolment), { enrolmentId: id, version: enrolment.version });
    return ok(null);
  });
}
