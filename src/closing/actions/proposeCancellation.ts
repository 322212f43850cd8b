import { lacksReason, whyNotHeard } from '../../decisions/index.ts';
import { type EnrolmentId, onRunning, subjectOf } from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { findStanding, writeProposal } from '../cancellations.ts';
import { ANNULMENT } from '../decisions.ts';
import type { ClosingActDeps } from '../deps.ts';
import { readCases } from '../fileCase.ts';
import type { Refusal } from '../refusals.ts';
import { whyNotCancelled } from '../rules/cancellation.ts';

export type CancellationProposal = {
  readonly id: EnrolmentId;
  readonly academy: string;
  readonly officerId: string;
  readonly words: string;
  readonly ground: string;
};

/** The first person's part: in writing, with the facts and the law. The same words of the same person sent twice are one proposal. */
export function proposeCancellation(
  deps: Pick<ClosingActDeps, 'db' | 'events' | 'catalogue'>,
  act: Act,
  { id, academy, officerId, words, ground }: CancellationProposal,
): Promise<Result<null, Refusal>> {
  return onRunning<null, Refusal>(deps.db, { id, academy }, async (tx, enrolment) => {
    if (lacksReason(ANNULMENT, words)) return refuse({ code: 'reason-short' });
    const standing = await findStanding(tx, id);
    if (standing !== null)
      return standing.state === 'proposed' && standing.proposedBy === officerId && standing.words === words
        ? ok(null)
        : refuse({ code: 'standing' });
    const { now } = await readMoment(tx, act);
    const [file] = await readCases(tx, deps.catalogue(), [enrolment], now);
    if (file === undefined) return refuse({ code: 'not-found' });
    const refused = whyNotCancelled(file);
    if (refused !== null) return refuse(refused);
    const unheard = await whyNotHeard(tx, act, [id], words);
    if (unheard !== null) return refuse(unheard);
    await writeProposal(tx, enrolment, { codes: file.found?.held ?? [], words, ground, proposedBy: officerId });
    await deps.events.publish(tx, act, 'cancellation.proposed', subjectOf(enrolment), {
      enrolmentId: id,
      number: enrolment.number,
    });
    return ok(null);
  });
}
