import type { Database, Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { DeclaredAct } from '../decision.ts';
import type { Prepared, PreparedId, Seen } from '../prepared.ts';
import type { DecisionRefusal } from '../refusals.ts';
import { findWaiting, insertPrepared, lockPrepared, lockPreparing, writeSentBack } from '../store/prepared.ts';
import { delegationOf, lacksReason } from './decide.ts';

export type Preparing = Pick<
  Prepared,
  'academy' | 'session' | 'enrolmentId' | 'version' | 'facts' | 'reason' | 'ground' | 'preparedBy'
>;

/** Writes a decision for who may sign it: nothing changes. The same words of the same person sent twice are one. */
export async function prepareDecision(
  db: Database,
  act: Act,
  declared: DeclaredAct,
  order: Preparing,
): Promise<Result<PreparedId, DecisionRefusal>> {
  if (lacksReason(declared, order.reason)) return refuse({ code: 'reason-short' });
  return transact<PreparedId, DecisionRefusal>(db, async (tx) => {
    await lockPreparing(tx, order.enrolmentId, declared.code);
    const waiting = await findWaiting(tx, order.enrolmentId, declared.code);
    if (waiting !== null)
      return waiting.preparedBy === order.preparedBy && waiting.reason === order.reason
        ? ok(waiting.id)
        : refuse({ code: 'prepared-already' });
    const id = await insertPrepared(tx, { ...order, act: declared.code });
    await note(tx, act, 'decision.prepared', id, order, declared.code);
    return ok(id);
  });
}

/** Back to who wrote it, with a word, by somebody who could have signed it. Twice is once. */
export function sendBackPrepared(
  db: Database,
  act: Act,
  declared: DeclaredAct,
  order: Seen & { readonly academy: string; readonly by: string; readonly words: string },
): Promise<Result<null, DecisionRefusal>> {
  return transact<null, DecisionRefusal>(db, async (tx) => {
    const { academy, by, words } = order;
    const prepared = await lockPrepared(tx, academy, order.id);
    if (prepared?.state === 'sent-back' && prepared.closedBy === by && prepared.back === words) return ok(null);
    if (prepared?.state !== 'waiting' || prepared.rowVersion !== order.rowVersion)
      return refuse({ code: 'prepared-closed' });
    const held = await delegationOf(tx, act, declared, { academy, by });
    if (!held.ok) return held;
    await writeSentBack(tx, prepared.id, { by, words });
    await note(tx, act, 'decision.sentBack', prepared.id, prepared, declared.code);
    return ok(null);
  });
}

function note(
  tx: Tx,
  act: Act,
  name: 'decision.prepared' | 'decision.sentBack',
  id: PreparedId,
  { academy, session, enrolmentId }: Pick<Prepared, 'academy' | 'session' | 'enrolmentId'>,
  of: string,
): Promise<string> {
  return record(tx, act, name, { stream: `decision:${id}`, academy, session }, { enrolmentId, act: of });
}
