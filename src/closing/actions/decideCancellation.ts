import { secondPerson } from '../../accounts/index.ts';
import { decide as take } from '../../decisions/index.ts';
import { type Enrolment, type EnrolmentId, onEnrolment, subjectOf } from '../../enrolment/index.ts';
import { onNextWorkingDay } from '../../law/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { type Tx, violatedConstraint } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { CANCELLATION_LIFE } from '../cancellation.ts';
import { findCancellations, findStanding, writeApproval, writeEnd } from '../cancellations.ts';
import { ANNULMENT, ANNULMENT_REVERSED } from '../decisions.ts';
import type { ClosingActDeps } from '../deps.ts';
import { readCases } from '../fileCase.ts';
import { writeOutcome } from '../lots.ts';
import type { Refusal } from '../refusals.ts';
import { type CancellationStep, isTakenBy, whyNotCancelled } from '../rules/cancellation.ts';
import { reverse } from './reverse.ts';

export type StepOrder = {
  readonly id: EnrolmentId;
  readonly academy: string;
  readonly officerId: string;
  readonly step: CancellationStep;
  /** What the candidate is told of a reversal; null for the other steps. */
  readonly note: string | null;
  /** The one that was read, where the page showed several files. */
  readonly cancellationId?: string;
  /** The lot that it is approved with. */
  readonly lotId?: string;
};

/** The second person's part, and the ways back: approve, drop, undo before it takes effect, reverse what took effect. */
export async function decideCancellation(
  deps: ClosingActDeps,
  act: Act,
  order: StepOrder,
): Promise<Result<null, Refusal>> {
  try {
    return await onEnrolment<null, Refusal>(deps.db, { id: order.id, academy: order.academy }, (tx, enrolment) =>
      decide(deps, tx, act, enrolment, order),
    );
  } catch (error) {
    if (violatedConstraint(error) !== 'enrolment_one_living') throw error;
    return refuse({ code: 'already-enrolled' });
  }
}

async function decide(
  deps: ClosingActDeps,
  tx: Tx,
  act: Act,
  enrolment: Enrolment,
  { id, academy, officerId, step, note, cancellationId, lotId }: StepOrder,
): Promise<Result<null, Refusal>> {
  const [last] = await findCancellations(tx, id);
  // Two clicks of one person are one step.
  if (lotId === undefined && last !== undefined && last.id === cancellationId && isTakenBy(last, step, officerId))
    return ok(null);
  const standing = await findStanding(tx, id);
  if (standing === null || (cancellationId !== undefined && cancellationId !== standing.id))
    return refuse({ code: 'decided-meanwhile' });
  if (!CANCELLATION_LIFE.may(step, standing.state)) return refuse({ code: 'decided-meanwhile' });
  const told = { enrolmentId: id, number: enrolment.number ?? '' };
  if (step === 'approve') {
    const { secondPersonDays: days } = deps.catalogue().installation();
    const second = await secondPerson(tx, { by: officerId, wrote: [standing.proposedBy], days });
    if (!second.ok) return second;
    const { now } = await readMoment(tx, act);
    const [file] = await readCases(tx, deps.catalogue(), [enrolment], now);
    const changed = file === undefined ? null : whyNotCancelled(file);
    if (changed !== null) return refuse(changed);
    const decided = await take(deps, tx, act, ANNULMENT, {
      of: enrolment,
      by: officerId,
      preparedBy: standing.proposedBy,
      facts: standing.codes,
      reason: standing.words,
      ground: standing.ground,
    });
    if (!decided.ok) return decided;
    const takesEffectAt = onNextWorkingDay(now, deps.catalogue().academy(academy)?.courtSeat ?? 'mainland');
    await writeApproval(tx, decided.value, standing.id, second.value, takesEffectAt);
    if (lotId !== undefined) await writeOutcome(tx, lotId, { cancellationId: standing.id, outcome: 'approved' });
    await deps.events.publish(tx, act, 'cancellation.approved', subjectOf(enrolment), {
      ...told,
      takesEffectAt: takesEffectAt.toString(),
    });
    return ok(null);
  }
  if (step !== 'reverse') {
    await writeEnd(tx, standing.id, step, { officerId, note });
    const event = step === 'drop' ? 'cancellation.dropped' : 'cancellation.undone';
    await deps.events.publish(tx, act, event, subjectOf(enrolment), told);
    return ok(null);
  }
  const decided = await take(deps, tx, act, ANNULMENT_REVERSED, {
    of: enrolment,
    by: officerId,
    facts: [standing.words],
    reason: note ?? '',
    ground: ANNULMENT_REVERSED.law.join(', '),
    undoes: standing.decisionId,
  });
  if (!decided.ok) return decided;
  const reversed = { standing, decided: decided.value, officerId, note: note ?? '' };
  if (!(await reverse(deps, tx, act, enrolment, reversed))) return refuse({ code: 'decided-meanwhile' });
  return ok(null);
}
