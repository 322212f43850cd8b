import type { EnrolmentId } from '../enrolment/index.ts';
import { type Centre, type CentreId, openRooms, type Room, type Sitting } from '../places/index.ts';
import type { SessionSitter } from '../sitters/index.ts';
import { bookingsOf, hoursAt, keptTimes, limitsOf } from './checkPlan.ts';
import { kilometresApart, positionOf } from './homes.ts';
import { firstTurn, type Turn } from './placing/forms.ts';
import { seatAt } from './placing/place.ts';
import { hasBegun, type PlanSeat } from './plan.ts';
import { minutesOf, type PlanGround, type PlanRows, placingOf, problemOf } from './planProblem.ts';
import { NO_EFFECT } from './rules/effects.ts';
import { type JudgedMove, judgeMove } from './rules/handMove.ts';
import type { PersonSeat } from './rules/personFaults.ts';
import { overlap } from './rules/roomFaults.ts';

/** What a move by hand is looked at with. `zone`: in which days are counted. */
export type MoveSetting = { readonly ground: PlanGround; readonly zone: string; readonly breakMinutes: number | null };

/** Where one unit of somebody may go. `start`, `call`: their own hour, in minutes; before a board, of the first turn that is free. */
export type UnitMove = JudgedMove & {
  readonly sitting: Sitting;
  readonly room: Room;
  readonly start: number;
  readonly call: number | null;
};

/** Each hour of the unit in each room of a centre, with what would be wrong. `there`: all seats of that centre. */
export function unitMoves(
  { ground, zone, breakMinutes }: MoveSetting,
  sitter: SessionSitter,
  unit: string,
  {
    centre,
    there,
    own,
  }: { readonly centre: CentreId; readonly there: readonly PlanSeat[]; readonly own: readonly PlanSeat[] },
): readonly UnitMove[] {
  const { percent, alone, accessible } = ground.effects.get(sitter.enrolmentId) ?? NO_EFFECT;
  const hours = hoursAt(ground, zone);
  const others = Map.groupBy(
    there.filter((seat) => seat.enrolmentId !== sitter.enrolmentId || seat.unit !== unit),
    ({ roomId }) => roomId,
  );
  const mine = [...own.filter((seat) => seat.unit !== unit).map(hours.of), ...hours.elsewhere(sitter.enrolmentId)];
  const position = positionOf(ground.centres.find(({ id }) => id === centre)?.postcode ?? null);
  const sittings = ground.sittings.filter((one) => one.speciality === sitter.speciality && one.unit === unit);
  return sittings.flatMap((sitting) =>
    openRooms(ground)
      .filter(({ centreId }) => centreId === centre)
      .map((room): UnitMove => {
        const { id, minutes, uncounted, kind, roomId, held } = sitting;
        const seats = others.get(room.id) ?? [];
        const turn = held === 'oral' ? turnAt(ground, sitting, percent, seats, mine) : null;
        const start = turn?.start ?? minutesOf(sitting.startsAt);
        const judged = judgeMove({
          unit,
          percent,
          alone,
          accessible,
          sitting: {
            id,
            start,
            minutes,
            uncounted,
            kind,
            roomId,
            ...limitsOf(held, room.stations),
          },
          room: { ...room, centre, position },
          day: sitting.startsAt.toZonedDateTimeISO(zone).toPlainDate().toString(),
          there: bookingsOf(ground, seats),
          kept: keptTimes(ground, room.id, seats),
          own: mine,
          breakMinutes,
        });
        // A board without a turn left is as full as a room.
        const isFull = held === 'oral' && turn === null && !judged.refusals.includes('over-capacity');
        const full = isFull ? (['over-capacity', ...judged.refusals] as const) : judged.refusals;
        // What has begun is what it was: only the hours to come are offered.
        const refusals = hasBegun(ground, sitting) ? (['begun', ...full] as const) : full;
        return { ...judged, refusals, sitting, room, start, call: turn?.call ?? null };
      }),
  );
}

/** The first turn that a board has free, and its person too; null: none is left. */
function turnAt(
  ground: PlanGround,
  sitting: Sitting,
  percent: number,
  there: readonly PlanSeat[],
  own: readonly PersonSeat[],
): Turn | null {
  const turns = there
    .filter(({ sittingId }) => sittingId === sitting.id)
    .map(({ callsAt, startsAt, endsAt }): Turn => {
      const [start, end] = [minutesOf(startsAt), minutesOf(endsAt)];
      return { call: callsAt === null ? start : minutesOf(callsAt), start, end, over: end + sitting.rest };
    })
    .toSorted((a, b) => a.start - b.start);
  const placed = placingOf(ground, sitting);
  return firstTurn(
    placed,
    percent,
    turns,
    own.map(({ end }) => end),
    placed.start,
    (time) => !own.some((seat) => overlap(seat, time)),
  );
}

/**
 * All units of somebody at another centre: seats that would be theirs, and what would have none. `begun`: their seats of tests that have begun, which
 * stay where they were.
 */
export function centreMove(
  { ground }: MoveSetting,
  sitter: SessionSitter,
  centre: Centre,
  { there, begun }: { readonly there: readonly PlanSeat[]; readonly begun: readonly PlanSeat[] },
): PlanRows {
  const seats = [...there.filter(({ enrolmentId }) => enrolmentId !== sitter.enrolmentId), ...begun];
  const alone = { ...ground, centres: [centre], sitters: [sitter] };
  const { problem, rowsOf } = problemOf(alone, { seats, placed: [], unseated: [] });
  return rowsOf({ ...seatAt(problem), placed: [] });
}

/** As the crow flies, in whole kilometres; null: one of the two isn't known. */
export function kilometresTo(
  { postcode }: Pick<SessionSitter, 'postcode'>,
  centre: Pick<Centre, 'postcode'>,
): number | null {
  return kilometresApart(postcode, centre.postcode);
}

export function sitterOfGround({ sitters }: PlanGround, id: EnrolmentId): SessionSitter | null {
  return sitters.find(({ enrolmentId }) => enrolmentId === id) ?? null;
}
