import { openRooms } from '../places/index.ts';
import { hasBegun, type PlacingMode, type PlanSeat } from './plan.ts';
import type { PlanGround, StandingPlan } from './planProblem.ts';
import { NO_EFFECT } from './rules/effects.ts';
import { faultsOfSeat, type SeatFault, staysPut } from './rules/seatFaults.ts';

/** Each seat with what no longer holds of it today; nothing of a test that has begun. */
export function checkSeats(
  { sittings, centres, rooms, sitters, effects, now }: PlanGround,
  seats: readonly PlanSeat[],
): readonly { readonly seat: PlanSeat; readonly faults: readonly SeatFault[] }[] {
  const [bySitting, byRoom] = [
    new Map(sittings.map((one) => [one.id as string, one])),
    new Map(openRooms({ centres, rooms }).map((one) => [one.id, one])),
  ];
  const bySitter = new Map(sitters.map((one) => [one.enrolmentId, one]));
  return seats.map((seat) => {
    if (hasBegun({ now }, seat)) return { seat, faults: [] };
    const sitter = bySitter.get(seat.enrolmentId);
    const units = sitter === undefined ? [] : sitter.speciality === null ? null : sitter.units;
    return {
      seat,
      faults: faultsOfSeat(seat, {
        units,
        effects: effects.get(seat.enrolmentId) ?? NO_EFFECT,
        sitting: bySitting.get(seat.sittingId) ?? null,
        room: byRoom.get(seat.roomId) ?? null,
      }),
    };
  });
}

/** What the next placing leaves: tests that have begun, seats that a person froze, or all, as long as they still say what is true. */
export function standingOf(ground: PlanGround, rows: StandingPlan, mode: PlacingMode): StandingPlan {
  const seats = checkSeats(ground, rows.seats)
    .filter(
      ({ seat, faults }) =>
        hasBegun(ground, seat) || ((mode === 'missing' || seat.frozen) && staysPut(faults, seat.frozen)),
    )
    .map(({ seat }) => seat);
  return { ...rows, seats };
}
