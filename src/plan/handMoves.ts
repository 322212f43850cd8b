import type { EnrolmentId } from '../enrolment/index.ts';
import { type Centre, type CentreId, openRooms, type Room, type Sitting } from '../places/index.ts';
import type { SessionSitter } from '../sitters/index.ts';
import { bookingsOf, hoursAt, keptTimes } from './checkPlan.ts';
import { positionOf } from './homes.ts';
import { distance } from './placing/groups.ts';
import { seatAt } from './placing/place.ts';
import type { PlanSeat } from './plan.ts';
import { minutesOf, type PlanGround, type PlanRows, problemOf } from './planProblem.ts';
import { NO_EFFECT } from './rules/effects.ts';
import { type JudgedMove, judgeMove } from './rules/handMove.ts';

/** What a move by hand is looked at with. `zone`: in which days are counted. */
export type MoveSetting = { readonly ground: PlanGround; readonly zone: string; readonly breakMinutes: number | null };

/** Where one unit of somebody may go. */
export type UnitMove = JudgedMove & { readonly sitting: Sitting; readonly room: Room };

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
        const { id, minutes, kind, roomId } = sitting;
        const judged = judgeMove({
          unit,
          percent,
          alone,
          accessible,
          sitting: { id, start: minutesOf(sitting.startsAt), minutes, kind, roomId },
          room: { ...room, centre, position },
          day: sitting.startsAt.toZonedDateTimeISO(zone).toPlainDate().toString(),
          there: bookingsOf(others.get(room.id) ?? []),
          kept: keptTimes(ground, room.id),
          own: mine,
          breakMinutes,
        });
        return { ...judged, sitting, room };
      }),
  );
}

/** All units of somebody at another centre: seats that would be theirs, and what would have none. */
export function centreMove(
  { ground }: MoveSetting,
  sitter: SessionSitter,
  centre: Centre,
  there: readonly PlanSeat[],
): PlanRows {
  const seats = there.filter(({ enrolmentId }) => enrolmentId !== sitter.enrolmentId);
  const alone = { ...ground, centres: [centre], sitters: [sitter] };
  const { problem, rowsOf } = problemOf(alone, { seats, placed: [], unseated: [] });
  return rowsOf({ ...seatAt(problem), placed: [] });
}

/** As the crow flies, in whole kilometres; null: one of the two isn't known. */
export function kilometresTo(
  { postcode }: Pick<SessionSitter, 'postcode'>,
  centre: Pick<Centre, 'postcode'>,
): number | null {
  const [home, there] = [positionOf(postcode), positionOf(centre.postcode)];
  return home === null || there === null ? null : Math.round(distance(home, there));
}

export function sitterOfGround({ sitters }: PlanGround, id: EnrolmentId): SessionSitter | null {
  return sitters.find(({ enrolmentId }) => enrolmentId === id) ?? null;
}
