import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { MarkActDeps } from '../deps.ts';
import { subjectOf } from '../events.ts';
import { BATCH_LIFE } from '../marks.ts';
import type { Refusal } from '../refusals.ts';
import { stateOf } from '../rules/batchActs.ts';
import { findByNumber, insertAdded } from '../store/added.ts';
import { touchBatch } from '../store/batches.ts';
import { insertScripts, listEntered, writeLeft } from '../store/identities.ts';
import { type BatchOrder, onBatch } from './onBatch.ts';

/** Gives a script to somebody who sat the unit though the plan has no seat for them, or the rules don't send them. `number`: of the enrolment. */
export function addToBatch(
  deps: Pick<MarkActDeps, 'db' | 'events'>,
  act: Act,
  order: BatchOrder & { readonly number: string; readonly reason: string },
): Promise<Result<null, Refusal>> {
  return onBatch(deps, act, order, async (tx, batch) => {
    const { number, reason, by } = order;
    if (!BATCH_LIFE.may('change-list', stateOf(batch))) return refuse({ code: 'locked' });
    const enrolmentId = await findByNumber(tx, batch, number);
    if (enrolmentId === null) return refuse({ code: 'candidate-unknown' });
    const known = (await listEntered(tx, batch)).find((one) => one.enrolmentId === enrolmentId);
    if (known?.left === false) return refuse({ code: 'already-listed' });
    await insertAdded(tx, batch, { enrolmentId, reason, by });
    if (known === undefined) await insertScripts(tx, batch, [enrolmentId]);
    else await writeLeft(tx, batch, [enrolmentId], false);
    await touchBatch(tx, batch);
    await deps.events.publish(tx, act, 'marks.added', subjectOf(batch), { batchId: batch.id, enrolmentId, reason });
    return ok(null);
  });
}
