import { type DecideDeps, type Decided, lastDecided, decide as take } from '../../decisions/index.ts';
import { type Tx, violatedConstraint } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { REINSTATED, RESERVE_LIFTED, SET_ASIDE } from '../decisions.ts';
import type { ActDeps } from '../deps.ts';
import { type Enrolment, type EnrolmentId, RESERVE_LIFE } from '../enrolment.ts';
import { subjectOf } from '../events.ts';
import { onEnrolment } from '../onEnrolment.ts';
import type { Refusal } from '../refusals.ts';
import type { Reserve, ReserveDecision } from '../rules/reserve.ts';
import { findReserve, writeReserveDecision } from '../store/reserves.ts';

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
    return await onEnrolment<null, Refusal>(deps.db, { id: order.id, academy: order.academy }, (tx, enrolment) =>
      decide(deps, tx, act, enrolment, order),
    );
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
  enrolment: Enrolment,
  order: ReserveOrder,
): Promise<Result<null, Refusal>> {
  const reserve = await findReserve(tx, order.id);
  const [last] = reserve?.decisions ?? [];
  if (last?.officerId === order.officerId && last.decision === order.decision && last.words === order.words)
    return ok(null);
  if (reserve === null || enrolment.reserve === null) return refuse({ code: 'no-reserve' });
  if (!RESERVE_LIFE.may(order.decision, enrolment.reserve) || enrolment.version !== order.version)
    return refuse({ code: 'decided-meanwhile' });
  if (order.decision !== 'reinstated' && enrolment.status !== 'registered') return refuse({ code: 'ended' });
  const decided = await take(deps, tx, act, DECISIONS[order.decision].declared, {
    of: enrolment,
    by: order.officerId,
    facts: reserve.reasons.map(({ sentence }) => sentence),
    reason: order.words,
    ground: order.ground ?? '',
    undoes: order.decision === 'reinstated' ? ((await lastDecided(tx, order.id, SET_ASIDE.code))?.id ?? null) : null,
  });
  if (!decided.ok) return decided;
  await carryOut(deps, tx, act, enrolment, decided.value, { ...order, reserve });
  return ok(null);
}

/** Puts back one that a decision set aside, by another that undoes it. */
export async function reinstateEnrolment(
  deps: Pick<ActDeps, 'events'>,
  tx: Tx,
  act: Act,
  enrolment: Enrolment,
  decided: Decided,
  order: Pick<ReserveDecision, 'officerId' | 'words'>,
): Promise<void> {
  const reserve = await findReserve(tx, enrolment.id);
  if (enrolment.reserve !== 'upheld' || reserve === null) return;
  await carryOut(deps, tx, act, enrolment, decided, { ...order, decision: 'reinstated', ground: null, reserve });
}

async function carryOut(
  { events }: Pick<ActDeps, 'events'>,
  tx: Tx,
  act: Act,
  enrolment: Enrolment,
  decided: Decided,
  { reserve, ...order }: Omit<ReserveDecision, 'at' | 'author'> & { readonly reserve: Reserve },
): Promise<void> {
  const { id: enrolmentId, number, version } = enrolment;
  if (number === null) return;
  await writeReserveDecision(tx, decided, enrolmentId, reserve.version, order);
  const told = { enrolmentId, number, version };
  await events.publish(tx, act, DECISIONS[order.decision].event, subjectOf(enrolment), told);
}
