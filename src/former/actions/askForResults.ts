import { type EnrolmentId, lockEnrolment, subjectOf } from '../../enrolment/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { takeTurn } from '../../platform/http/throttle.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { FormerActDeps } from '../deps.ts';
import { MOST } from '../former.ts';
import type { Refusal } from '../refusals.ts';
import { countRefused, insertClaim } from '../store/claims.ts';

/** Of one account, and of one place on the network. */
const PATIENCE = { free: 5, firstWaitSeconds: 3600, longestWaitSeconds: 24 * 3600, forgetAfterSeconds: 24 * 3600 };

/**
 * A candidate asks that their former results be given back, with their number of then or without. Nothing is looked up: what is
 * answered doesn't depend on what there is, so that it tells nobody whether a homonym has results.
 */
export async function askForResults(
  deps: FormerActDeps,
  act: Act,
  {
    enrolmentId,
    candidateId,
    number,
    ip,
  }: {
    readonly enrolmentId: EnrolmentId;
    readonly candidateId: string;
    readonly number: string | null;
    readonly ip: string;
  },
): Promise<Result<null, Refusal>> {
  for (const bucket of [`former:account:${candidateId}`, `former:ip:${ip}`]) {
    const turn = await takeTurn(deps.db, bucket, PATIENCE);
    if (!turn.allowed) return refuse({ code: 'too-often' });
  }
  return transact<null, Refusal>(deps.db, async (tx) => {
    const enrolment = await lockEnrolment(tx, enrolmentId);
    if (enrolment === null || enrolment.candidateId !== candidateId)
      throw new Error('The guard admits its candidate alone');
    if ((await countRefused(tx, enrolment.academy, candidateId)) >= MOST.refusals)
      return refuse({ code: 'too-many-refusals' });
    if (!(await insertClaim(tx, enrolment, number))) return refuse({ code: 'claim-waits' });
    const said = { enrolmentId, withNumber: number !== null };
    await deps.events.publish(tx, act, 'former.asked', subjectOf(enrolment), said);
    return ok(null);
  });
}
