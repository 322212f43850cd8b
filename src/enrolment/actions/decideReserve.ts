import { type DecideDeps, lastDecided, decide as take } from '../../decisions/index.ts';
import { type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { REINSTATED, RESERVE_LIFTED, SET_ASIDE } from '../decisions.ts';
import type { ActDeps } from '../deps.ts';
import type { EnrolmentId } from '../enrolment.ts';
import { subjectOf } from '../events.ts';
import type { Refusal } from '../refusals.ts';
import type { ReserveDecision } from '../rules/reserve.ts';
import { findReserve, writeReserveDecision } from '../store/reserves.ts';
import { lockEnrolment } from '../store.ts';

export type ReserveOrder = Omit<ReserveDecision, 'at' | 'author'> & {
  readonly id: EnrolmentId;
  readonly academy: string;
  /** The version that the officer read. */
  readonly version: number;
};

const DECISIONS = {
  lifted: { declared: RESERVE_LIFTED, event: 'reserve.lifted' },
  'set-aside': { declared: SET_ASIDE, event: 'enrolment.setAside' },
  reinstated: { declared: REINSTATED, event: 'enrolment.reinstated' },
} as const;

/**
 * The signed decision of a person on a reserve: lifts it, sets the file aside (CRPA L211-5: in writing, with the law and the facts), or puts a
 * file set aside back (a remedy was right). Decided once: the same officer's same words sent twice are one decision.
 */
export async function decideReserve(deps: ActDeps, act: Act, order: ReserveOrder): Promise<Result<null, Refusal>> {
  try {
    return await transact<null, Refusal>(deps.db, (tx) => decide(deps, tx, act, order));
  } catch (error) {
    // Put back beside another enrolment of the same person: the last wall says so.
    if (violatedConstraint(error) !== 'enrolment_one_living') throw error;
    return refuse({ code: 'already-enrolled' });
  }
}

async function decide(
  deps: Pick<ActDeps, 'events'> & DecideDeps,
  tx: Tx,
  act: Act,
  order: ReserveOrder,
): Promise<Result<null, Refusal>> {
  const enrolment = await lockEnrolment(tx, order.id);
  if (enrolment === null || enrolment.academy !== order.academy || enrolment.number === null)
    return refuse({ code: 'not-found' });
  const reserve = await findReserve(tx, order.id);
  const [last] = reserve?.decisions ?? [];
  if (last?.officerId === order.officerId && last.decision === order.decision && last.words === order.words)
    return ok(null);
  const wanted = order.decision === 'reinstated' ? 'upheld' : 'pending';
  if (reserve === null || enrolment.reserve === null) return refuse({ code: 'no-reserve' });
  if (enrolment.reserve !== wanted || enrolment.version !== order.version) return refuse({ code: 'decided-meanwhile' });
  if (order.decision !== 'reinstated' && enrolment.status !== 'registered') return refuse({ code: 'ended' });
  const { number, version } = enrolment;
  const { declared, event } = DECISIONS[order.decision];
  const decided = await take(deps, tx, act, declared, {
    of: enrolment,
    by: order.officerId,
    facts: reserve.reasons.map(({ sentence }) => sentence),
    reason: order.words,
    ground: order.ground ?? '',
    undoes: order.decision === 'reinstated' ? ((await lastDecided(tx, order.id, SET_ASIDE.code))?.id ?? null) : null,
  });
  if (!decided.ok) return decided;
  await writeReserveDecision(tx, decided.value, order.id, reserve.version, order);
  await deps.events.publish(tx, act, event, subjectOf(enrolment), {
    enrolmentId: order.id,
    number,
    version,
  });
  return ok(null);
}
