import { readEnrolmentId } from '../../enrolment/index.ts';
import { inTime } from '../../lots/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { ClosingActDeps } from '../deps.ts';
import { type CancellationLot, LOT, LOT_REFUSALS } from '../lot.ts';
import { insertLot, listLotLines, writeOutcome } from '../lots.ts';
import type { Refusal } from '../refusals.ts';
import { decideCancellation } from './decideCancellation.ts';

export type LotOrder = Pick<CancellationLot, 'academy' | 'session' | 'officerId'> & {
  /** The proposals that were read and ticked: one that was written anew since isn't among them. */
  readonly cancellations: readonly string[];
  /** Two clicks are one lot. */
  readonly key: string | null;
};

/** Writes down what is to be approved before anything is, so that a stop in the middle loses nothing. */
export function startLot(
  { db }: Pick<ClosingActDeps, 'db'>,
  { key, cancellations, ...order }: LotOrder,
): Promise<Result<string, Refusal>> {
  const sent = { key, owner: order.officerId, purpose: 'cancellation lot', content: { ...order, cancellations } };
  return transact<string, Refusal>(db, (tx) =>
    onceAccepted<string, Refusal>(tx, sent, async () => {
      const id = await insertLot(tx, order, cancellations.filter(isUuid).slice(0, LOT.proposals));
      return id === null ? refuse({ code: 'decided-meanwhile' }) : ok(id);
    }),
  );
}

/**
 * Approves what is left of a lot, one by one, each looked at again; gives how many are left when the time is up. Only the person
 * whose lot it is goes on with it: nobody approves in another's name.
 */
export async function workOffLot(
  deps: ClosingActDeps,
  act: Act,
  { id: lotId, academy, officerId }: CancellationLot,
  seconds: number = LOT.seconds,
): Promise<number> {
  const lines = (await listLotLines(deps.db, lotId)).filter(({ outcome }) => outcome === null);
  const left = await inTime(lines, seconds, async ({ cancellationId, enrolmentId }) => {
    const id = readEnrolmentId(enrolmentId);
    const order = { academy, officerId, step: 'approve', note: null, cancellationId, lotId } as const;
    const done =
      id === null ? refuse({ code: 'not-found' } as const) : await decideCancellation(deps, act, { ...order, id });
    if (done.ok) return;
    const outcome = LOT_REFUSALS.find((one) => one === done.error.code) ?? 'not-found';
    await transact(deps.db, async (tx) => ok(await writeOutcome(tx, lotId, { cancellationId, outcome })));
  });
  return left.length;
}

/** Takes back whatever of a lot is still approved and untold. Gives how many. */
export async function undoLot(
  deps: ClosingActDeps,
  act: Act,
  { id, academy }: Pick<CancellationLot, 'id' | 'academy'>,
  officerId: string,
): Promise<number> {
  let undone = 0;
  for (const { cancellationId, enrolmentId: of, outcome, state } of await listLotLines(deps.db, id)) {
    const enrolmentId = readEnrolmentId(of);
    if (enrolmentId === null || outcome !== 'approved' || state !== 'approved') continue;
    const order = { id: enrolmentId, academy, officerId, step: 'undo', note: null, cancellationId } as const;
    if ((await decideCancellation(deps, act, order)).ok) undone += 1;
  }
  return undone;
}
