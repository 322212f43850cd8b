import type { EnrolmentId } from '../../enrolment/index.ts';
import type { FormAuthor, PlanActDeps } from '../../exam/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { SessionSitter } from '../../sitters/index.ts';
import { centreMove, kilometresTo, type MoveSetting, sitterOfGround, unitMoves } from '../handMoves.ts';
import { hasBegun, type PlanId, type PlanSeat } from '../plan.ts';
import { instantOf } from '../planProblem.ts';
import { lookAt } from '../readGround.ts';
import type { Refusal } from '../refusals.ts';
import { NO_EFFECT } from '../rules/effects.ts';
import {
  deletePerson,
  deleteUnit,
  insertSeats,
  insertUnseated,
  letGo,
  placedOf,
  setFrozen,
  setPlaced,
} from '../store/placing.ts';
import { seatsAt, seatsOf } from '../store/seats.ts';
import { onDraft, type PlanTarget } from './onDraft.ts';

type Done = Promise<Result<string, Refusal>>;
type Of = { readonly enrolmentId: EnrolmentId };
type ForReason = Of & { readonly reason: string };

/** All units of somebody go to another centre. What has no seat there has none, and is said so. */
export function moveToCentre(
  deps: PlanActDeps,
  act: Act,
  who: FormAuthor,
  target: PlanTarget,
  wanted: ForReason & { readonly centreId: string },
): Done {
  const { enrolmentId, reason, centreId } = wanted;
  return onDraft(deps, act, who, target, { to: 'centre', wanted }, async (tx, { id: planId }) => {
    const found = await sitterIn(deps, tx, who, enrolmentId);
    const centre = found?.look.ground.centres.find(({ id }) => id === centreId);
    if (found === null || centre === undefined) return refuse({ code: 'not-found' });
    const { look, sitter } = found;
    const begun = (await seatsOf(tx, planId, [enrolmentId])).filter((seat) => hasBegun(look.ground, seat));
    const rows = centreMove(look, sitter, centre, { there: await seatsAt(tx, planId, centre.id), begun });
    if (rows.seats.length === 0) return refuse({ code: 'no-seat-there' });
    await deletePerson(tx, planId, enrolmentId);
    await insertSeats(tx, planId, [...begun, ...rows.seats.map((seat) => ({ ...seat, frozen: true, reason }))]);
    await insertUnseated(tx, planId, rows.unseated);
    await setPlaced(tx, planId, { enrolmentId, centreId: centre.id, km: kilometresTo(sitter, centre), nearer: [] });
    return ok({ enrolmentId, what: 'centre', unit: null, reason });
  });
}

/** One unit goes to another room or hour, or gets the seat that it lacked. */
export function seatUnit(
  deps: PlanActDeps,
  act: Act,
  who: FormAuthor,
  target: PlanTarget,
  wanted: ForReason & { readonly unit: string; readonly sittingId: string; readonly roomId: string },
): Done {
  const { enrolmentId, unit, reason } = wanted;
  return onDraft(deps, act, who, target, { to: 'seat', wanted }, async (tx, { id: planId }) => {
    const found = await sitterIn(deps, tx, who, enrolmentId);
    const room = found?.look.ground.rooms.find(({ id }) => id === wanted.roomId);
    if (found === null || room === undefined) return refuse({ code: 'not-found' });
    const { look, sitter } = found;
    if (!sitter.units.includes(unit)) return refuse({ code: 'not-to-sit' });
    const own = await seatsOf(tx, planId, [enrolmentId]);
    if (own.some((seat) => seat.unit === unit && hasBegun(look.ground, seat))) return refuse({ code: 'begun' });
    const moves = unitMoves(look, sitter, unit, {
      centre: room.centreId,
      there: await seatsAt(tx, planId, room.centreId),
      own,
    });
    const move = moves.find((one) => one.room.id === room.id && one.sitting.id === wanted.sittingId);
    if (move === undefined) return refuse({ code: 'sitting-gone' });
    const [refusal] = move.refusals;
    if (refusal !== undefined) return refuse({ code: refusal });
    const { percent, alone } = look.ground.effects.get(enrolmentId) ?? NO_EFFECT;
    const seat: PlanSeat = {
      enrolmentId,
      unit,
      sittingId: move.sitting.id,
      roomId: room.id,
      startsAt: instantOf(move.start),
      endsAt: instantOf(move.end),
      callsAt: move.call === null ? null : instantOf(move.call),
      percent,
      alone,
      place: null,
      frozen: true,
      reason,
    };
    await deleteUnit(tx, planId, enrolmentId, unit);
    await insertSeats(tx, planId, [seat]);
    await followSeats(tx, planId, look, sitter, seat);
    return ok({ enrolmentId, what: 'seat', unit, reason });
  });
}

/** The centre of somebody is one where they sit. */
async function followSeats(
  tx: Tx,
  planId: PlanId,
  { ground }: MoveSetting,
  sitter: SessionSitter,
  seat: PlanSeat,
): Promise<void> {
  const { enrolmentId } = sitter;
  const centreOf = new Map(ground.rooms.map(({ id, centreId }) => [id, centreId]));
  const [placed] = await placedOf(tx, planId, [enrolmentId]);
  const seats = await seatsOf(tx, planId, [enrolmentId]);
  if (placed !== undefined && seats.some(({ roomId }) => centreOf.get(roomId) === placed.centreId)) return;
  const centre = ground.centres.find(({ id }) => id === centreOf.get(seat.roomId));
  if (centre === undefined) return;
  await setPlaced(tx, planId, { enrolmentId, centreId: centre.id, km: kilometresTo(sitter, centre), nearer: [] });
}

/** A unit loses its seat, and no placing gives it another until a person does. */
export function takeSeatAway(
  deps: PlanActDeps,
  act: Act,
  who: FormAuthor,
  target: PlanTarget,
  { enrolmentId, unit, reason }: ForReason & { readonly unit: string },
): Done {
  return onDraft(deps, act, who, target, { to: 'away', enrolmentId, unit, reason }, async (tx, { id: planId }) => {
    const now = await readMoment(tx, act);
    const own = await seatsOf(tx, planId, [enrolmentId]);
    if (own.some((seat) => seat.unit === unit && hasBegun(now, seat))) return refuse({ code: 'begun' });
    if (!(await deleteUnit(tx, planId, enrolmentId, unit))) return refuse({ code: 'not-found' });
    await insertUnseated(tx, planId, [{ enrolmentId, unit, why: 'taken-away', reason }]);
    return ok({ enrolmentId, what: 'away', unit, reason });
  });
}

/** The seats of somebody stay where they are whatever is placed next, or may move again, with what was taken away. */
export function keepSeats(
  deps: PlanActDeps,
  act: Act,
  who: FormAuthor,
  target: PlanTarget,
  { enrolmentId, kept }: Of & { readonly kept: boolean },
): Done {
  return onDraft(deps, act, who, target, { to: 'kept', enrolmentId, kept }, async (tx, { id: planId }) => {
    await setFrozen(tx, planId, enrolmentId, kept);
    if (!kept) await letGo(tx, planId, enrolmentId);
    return ok({ enrolmentId, what: kept ? 'kept' : 'free', unit: null, reason: null });
  });
}

async function sitterIn(
  deps: PlanActDeps,
  tx: Tx,
  { place }: FormAuthor,
  enrolmentId: EnrolmentId,
): Promise<{ readonly look: MoveSetting; readonly sitter: SessionSitter } | null> {
  const look = await lookAt(tx, deps.catalogue(), place);
  const sitter = look === null ? null : sitterOfGround(look.ground, enrolmentId);
  return look === null || sitter === null ? null : { look, sitter };
}
