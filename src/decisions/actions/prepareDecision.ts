import type { Database, Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, canonicalJson, type JournalSubject, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { DeclaredAct } from '../decision.ts';
import type { DecideDeps } from '../deps.ts';
import { PREPARED_LIFE, type PreparedDecision, type PreparedId, type SeenByHead } from '../prepared.ts';
import type { DecisionRefusal } from '../refusals.ts';
import { findWaiting, insertPrepared, lockPrepared, lockPreparing, writeSentBack } from '../store/prepared.ts';
import { delegationOf, lacksReason, unsaidIn } from './decide.ts';
import { whyNotHeard } from './whyNotHeard.ts';

export type Preparing = Pick<
  PreparedDecision,
  'academy' | 'session' | 'enrolmentId' | 'version' | 'facts' | 'reason' | 'ground' | 'preparedBy'
> &
  Partial<Pick<PreparedDecision, 'about' | 'asked'>>;

/** Writes a decision for who may sign it: nothing changes. The same words of the same person sent twice are one. */
export function prepareDecision(
  deps: DecideDeps & { readonly db: Database },
  act: Act,
  declared: DeclaredAct,
  order: Preparing,
): Promise<Result<PreparedId, DecisionRefusal>> {
  return transact<PreparedId, DecisionRefusal>(deps.db, (tx) => prepareIn(deps, tx, act, declared, order));
}

/** The same in a transaction of its room, which keeps what this one may not. */
export async function prepareIn(
  deps: DecideDeps,
  tx: Tx,
  act: Act,
  declared: DeclaredAct,
  { about = '', asked = {}, ...order }: Preparing,
): Promise<Result<PreparedId, DecisionRefusal>> {
  const unsaid = unsaidIn(deps, declared, order.academy);
  if (unsaid !== null) return refuse(unsaid);
  if (lacksReason(declared, order.reason)) return refuse({ code: 'reason-short' });
  const unheard = await whyNotHeard(tx, act, [order.enrolmentId], order.reason);
  if (unheard !== null) return refuse(unheard);
  await lockPreparing(tx, order.enrolmentId, declared.code);
  const waiting = await findWaiting(tx, { ...order, act: declared.code, about });
  if (waiting !== null)
    return isTheSame(waiting, { ...order, asked }) ? ok(waiting.id) : refuse({ code: 'prepared-already' });
  const id = await insertPrepared(tx, { ...order, about, asked, act: declared.code });
  if (declared.readers === 'office')
    await record(tx, act, 'decision.prepared', subjectOf({ ...order, id }), {
      enrolmentId: order.enrolmentId,
      act: declared.code,
    });
  return ok(id);
}

function isTheSame(
  waiting: PreparedDecision,
  { preparedBy, reason, ground, asked }: Pick<PreparedDecision, 'preparedBy' | 'reason' | 'ground' | 'asked'>,
): boolean {
  const isTheirs = waiting.preparedBy === preparedBy && waiting.reason === reason && waiting.ground === ground;
  return isTheirs && canonicalJson(waiting.asked) === canonicalJson(asked);
}

/** Back to who wrote it, with a word, by somebody who could have signed it. Twice is once. */
export function sendBackPrepared(
  db: Database,
  act: Act,
  declared: DeclaredAct,
  order: SendingBack,
): Promise<Result<null, DecisionRefusal>> {
  return transact<null, DecisionRefusal>(db, (tx) => sendBackIn(tx, act, declared, order));
}

export type SendingBack = SeenByHead & { readonly academy: string; readonly by: string; readonly words: string };

export async function sendBackIn(
  tx: Tx,
  act: Act,
  declared: DeclaredAct,
  { academy, by, words, id, rowVersion }: SendingBack,
): Promise<Result<null, DecisionRefusal>> {
  const prepared = await lockPrepared(tx, academy, id);
  if (prepared === null || prepared.act !== declared.code) return refuse({ code: 'prepared-closed' });
  if (prepared.state === 'sent-back' && prepared.closedBy === by && prepared.back === words) return ok(null);
  if (!PREPARED_LIFE.may('send-back', prepared.state) || prepared.rowVersion !== rowVersion)
    return refuse({ code: 'prepared-closed' });
  const held = await delegationOf(tx, act, declared, { academy, by });
  if (!held.ok) return held;
  await writeSentBack(tx, prepared.id, { by, words });
  if (declared.readers === 'office') {
    const { enrolmentId } = prepared;
    await record(tx, act, 'decision.sentBack', subjectOf(prepared), { enrolmentId, act: declared.code });
  }
  return ok(null);
}

function subjectOf({ id, academy, session }: Pick<PreparedDecision, 'id' | 'academy' | 'session'>): JournalSubject {
  return { stream: `decision:${id}`, academy, session };
}
