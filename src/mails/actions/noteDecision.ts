import { lockEnrolment, readEnrolmentId } from '../../enrolment/index.ts';
import type { PaperActDeps } from '../../papers/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { JobKinds } from '../../platform/jobs.ts';
import { addDecision, type DecisionToMail, findWaiting, takeAccepted } from '../store.ts';

const DELAY_SECONDS = 600;

export function delayOf({ decisionDelaySeconds }: Pick<PaperActDeps, 'decisionDelaySeconds'>): number {
  return decisionDelaySeconds ?? DELAY_SECONDS;
}

type Deps = Pick<PaperActDeps, 'jobs' | 'decisionDelaySeconds'>;

/**
 * A decision waits for those that follow on the same file, then one mail tells them. Each orders the job of the instant when
 * it would be told if it were the last; those of the ones before find that it isn't time yet.
 */
export async function noteDecision(
  deps: Deps,
  tx: Tx,
  enrolmentId: string,
  ...decisions: readonly DecisionToMail[]
): Promise<void> {
  const id = readEnrolmentId(enrolmentId);
  const enrolment = id === null ? null : await lockEnrolment(tx, id);
  if (enrolment === null) throw new Error(`Decided on ${enrolmentId}, which isn't there`);
  for (const decision of decisions) await addDecision(tx, enrolment, decision);
  await resumeDecisions(deps, tx, enrolment.id);
}

/** Orders the mail of what waits: after a decision, and when a file that was set aside is reinstated. */
export async function resumeDecisions(deps: Deps, tx: Tx, enrolmentId: string): Promise<void> {
  const waiting = await findWaiting(tx, enrolmentId, delayOf(deps));
  const last = waiting?.decisions.at(-1);
  if (waiting === null || last === undefined) return;
  const order = { enrolmentId, eventId: last.eventId };
  await deps.jobs.enqueue(tx, 'decisions.tell', order, Math.max(0, waiting.secondsLeft));
}

/** What the version before ordered to be told waits with the others. */
export function noteOlderJobs(deps: PaperActDeps & { readonly jobs: Pick<PaperActDeps['jobs'], 'handle'> }): void {
  const { db, jobs } = deps;
  const note = (enrolmentId: string, decision: DecisionToMail): Promise<void> =>
    db.transaction().execute((tx) => noteDecision(deps, tx, enrolmentId, decision));
  const ofPiece = ({ enrolmentId, eventId, pieceId }: JobKinds['piece.tell-refusal']): Promise<void> =>
    note(enrolmentId, { eventId, pieceId });
  jobs.handle('piece.tell-refusal', ofPiece);
  jobs.handle('document.tell-decision', ofPiece);
  jobs.handle('enrolment.tell-validation', ({ enrolmentId, eventId }) => note(enrolmentId, { eventId, pieceId: null }));
  jobs.handle('pieces.digest', ({ enrolmentId }) =>
    db
      .transaction()
      .execute(async (tx) => noteDecision(deps, tx, enrolmentId, ...(await takeAccepted(tx, enrolmentId)))),
  );
}
