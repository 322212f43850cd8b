import type { EnrolmentId } from '../enrolment/index.ts';
import { phaseBefore } from '../exam/index.ts';
import { type Centre, type KeptRoom, openRooms, type Room, type Sitting } from '../places/index.ts';
import type { SessionSitter } from '../sitters/index.ts';
import { positionOf } from './homes.ts';
import {
  type Elsewhere,
  type FormerSeat,
  HALL,
  type KeptSeat,
  type PersonToPlace,
  type PlacingCentre,
  type PlacingSitting,
  type Plan,
  type Problem,
  type SittingForm,
} from './placing/problem.ts';
import { hasBegun, type PlanPlaced, type PlanSeat, type PlanUnseated } from './plan.ts';
import { type Effects, NO_EFFECT } from './rules/effects.ts';
import type { SeatElsewhere } from './store/elsewhere.ts';

/** What a plan is made from, as it stands in the database. */
export type PlanGround = {
  readonly centres: readonly Centre[];
  readonly rooms: readonly Room[];
  readonly sittings: readonly Sitting[];
  readonly sitters: readonly SessionSitter[];
  readonly effects: ReadonlyMap<EnrolmentId, Effects>;
  /** What other sessions of the academy have: rooms at some times, and people of this one. */
  readonly elsewhere: { readonly rooms: readonly KeptRoom[]; readonly seats: readonly SeatElsewhere[] };
  /** Has whoever has more time more of it to prepare for an oral, too? */
  readonly preparationExtends: boolean;
  /** Tests that have begun are what they were: nobody is placed otherwise in them any more. */
  readonly now: Temporal.Instant;
};

/** What stays of the plan that stands. */
export type StandingPlan = {
  readonly seats: readonly PlanSeat[];
  readonly placed: readonly PlanPlaced[];
  /** What a person took away is given to nobody again. */
  readonly unseated: readonly PlanUnseated[];
};

export type PlanRows = {
  readonly seats: readonly PlanSeat[];
  readonly placed: readonly PlanPlaced[];
  readonly unseated: readonly PlanUnseated[];
};

/** The problem in the words that people know, so that no id of ours changes the answer; and how its answer becomes rows. `former`: what is placed again. */
export function problemOf(
  ground: PlanGround,
  standing: StandingPlan,
  former: readonly PlanSeat[] = [],
): { readonly problem: Problem; readonly rowsOf: (plan: Pick<Plan, keyof PlanRows>) => PlanRows } {
  const { effects, sitters } = ground;
  const { centres, sittings, ids } = placesOf(ground);
  const numbers = new Map(sitters.map((one) => [one.enrolmentId, one]));
  const settled = settledUnits(standing);
  const centreOf = new Map(standing.placed.map((one) => [one.enrolmentId, ids.centreKeys.get(one.centreId) ?? null]));
  const keeping = new Set(standing.seats.map(({ enrolmentId }) => enrolmentId));
  const persons = sitters.flatMap(({ enrolmentId, number, speciality, postcode, units }): readonly PersonToPlace[] => {
    const left = units.filter((unit) => !settled.has(`${enrolmentId}/${unit}`));
    if (left.length === 0 || speciality === null) return [];
    const { percent, alone, accessible } = effects.get(enrolmentId) ?? NO_EFFECT;
    const stays = keeping.has(enrolmentId) ? (centreOf.get(enrolmentId) ?? null) : null;
    const had = centreOf.get(enrolmentId) ?? null;
    return [
      { id: number, speciality, units: left, home: positionOf(postcode), percent, alone, accessible, stays, had },
    ];
  });
  const kept = standing.seats.flatMap((seat): readonly KeptSeat[] => {
    const room = ids.roomKeys.get(seat.roomId);
    const who = numbers.get(seat.enrolmentId);
    if (room === undefined) return [];
    return [
      {
        person: who?.number ?? seat.enrolmentId,
        speciality: who?.speciality ?? '',
        unit: seat.unit,
        sitting: ids.sittingKeys.get(seat.sittingId) ?? seat.sittingId,
        room,
        start: minutesOf(seat.startsAt),
        end: minutesOf(seat.endsAt),
        alone: seat.alone,
        longer: seat.percent > 0,
        call: seat.callsAt === null ? null : minutesOf(seat.callsAt),
      },
    ];
  });
  const before = former.flatMap(({ enrolmentId, unit, sittingId, roomId, startsAt }): readonly FormerSeat[] => {
    const [person, room] = [numbers.get(enrolmentId)?.number, ids.roomKeys.get(roomId)];
    if (person === undefined || room === undefined) return [];
    return [{ person, unit, sitting: ids.sittingKeys.get(sittingId) ?? '', room, start: minutesOf(startsAt) }];
  });
  const byNumber = new Map(sitters.map((one) => [one.number, one.enrolmentId]));
  const enrolment = (number: string): EnrolmentId => known(byNumber, number);
  return {
    problem: { centres, sittings, persons, kept, before, elsewhere: elsewhereOf(ground, ids) },
    rowsOf: (plan) => ({
      seats: plan.seats.map(({ person, unit, sitting, room, start, end, call }): PlanSeat => {
        const enrolmentId = enrolment(person);
        const { percent, alone } = effects.get(enrolmentId) ?? NO_EFFECT;
        return {
          enrolmentId,
          unit,
          sittingId: known(ids.sittings, sitting),
          roomId: known(ids.rooms, room),
          startsAt: instantOf(start),
          endsAt: instantOf(end),
          callsAt: call === null ? null : instantOf(call),
          percent,
          alone,
          place: null,
          frozen: false,
          reason: null,
        };
      }),
      placed: plan.placed.map(({ person, centre, km, nearer }) => ({
        enrolmentId: enrolment(person),
        centreId: known(ids.centres, centre),
        km,
        nearer: nearer.map((one) => ({ ...one, centre: known(ids.centres, one.centre) })),
      })),
      unseated: plan.unseated.map(({ person, unit, why }) => ({
        enrolmentId: enrolment(person),
        unit,
        why,
        reason: null,
      })),
    }),
  };
}

/** What other sessions have of the rooms and the people of this one. */
function elsewhereOf(
  { elsewhere, sitters }: PlanGround,
  { roomKeys, centreKeys }: ReturnType<typeof placesOf>['ids'],
): Elsewhere {
  const numbers = new Map(sitters.map(({ enrolmentId, number }) => [enrolmentId, number]));
  return {
    rooms: elsewhere.rooms.flatMap(({ roomId, startsAt, minutes }) => {
      const room = roomKeys.get(roomId);
      const start = minutesOf(startsAt);
      return room === undefined ? [] : [{ room, start, end: start + minutes }];
    }),
    persons: elsewhere.seats.flatMap(({ enrolmentId, startsAt, endsAt, centreId, postcode }) => {
      const person = numbers.get(enrolmentId);
      if (person === undefined) return [];
      const centre = centreKeys.get(centreId) ?? centreId;
      return [{ person, start: minutesOf(startsAt), end: minutesOf(endsAt), centre, position: positionOf(postcode) }];
    }),
  };
}

function settledUnits({ seats, unseated }: StandingPlan): ReadonlySet<string> {
  const away = unseated.filter(({ why }) => why === 'taken-away');
  return new Set([...seats, ...away].map(({ enrolmentId, unit }) => `${enrolmentId}/${unit}`));
}

/** Centres by their codes, rooms by their names, sittings by unit and hour. */
function placesOf(ground: PlanGround) {
  const { centres, rooms, sittings } = ground;
  const roomsOf = Map.groupBy(openRooms({ centres, rooms }), ({ centreId }) => centreId);
  const codes = new Map(centres.map(({ id, code }) => [id, code]));
  const roomKeys = new Map(rooms.map(({ id, centreId, name }) => [id, `${codes.get(centreId) ?? ''}/${name}`]));
  const sittingKeys = new Map(
    sittings.map(({ id, speciality, unit, startsAt, roomId }) => [
      id as string,
      [speciality, unit, startsAt.toString(), roomId === null ? '' : (roomKeys.get(roomId) ?? '')].join('/'),
    ]),
  );
  return {
    centres: centres.map(
      ({ id, code, postcode }): PlacingCentre => ({
        id: code,
        position: positionOf(postcode),
        rooms: (roomsOf.get(id) ?? []).map((room) => ({
          id: known(roomKeys, room.id),
          capacity: room.capacity,
          accessible: room.accessible,
          kinds: room.kinds,
          stations: room.stations,
        })),
      }),
    ),
    sittings: sittings.map(
      (sitting): PlacingSitting => ({
        ...placingOf(ground, sitting),
        begun: hasBegun(ground, sitting),
        id: known(sittingKeys, sitting.id),
        roomId: sitting.roomId === null ? null : known(roomKeys, sitting.roomId),
      }),
    ),
    ids: {
      centreKeys: codes,
      roomKeys,
      sittingKeys,
      centres: new Map(centres.map(({ id, code }) => [code, id])),
      rooms: new Map(rooms.map(({ id }) => [known(roomKeys, id), id])),
      sittings: new Map([...sittingKeys].map(([id, key]) => [key, id])),
    },
  };
}

/** A sitting as the placing reads it, under its own id. */
export function placingOf(
  { preparationExtends }: Pick<PlanGround, 'preparationExtends'>,
  sitting: Sitting,
): PlacingSitting {
  const { id, speciality, unit, startsAt, minutes, uncounted, held, until, preparation, rest, kind, roomId } = sitting;
  const form: SittingForm =
    held === 'oral' && until !== null
      ? { is: 'turns', until: minutesOf(until), preparation, pause: rest, preparationExtends }
      : held === 'practical'
        ? { is: 'stations', before: preparation, after: rest }
        : HALL;
  return {
    id,
    speciality,
    unit,
    start: minutesOf(startsAt),
    minutes,
    uncounted,
    form,
    kind,
    roomId,
    after: phaseBefore(unit),
  };
}

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The plan names ${String(key)}, which isn't there`);
  return value;
}

/** Since 1970. */
export function minutesOf(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 60_000);
}

/** Of minutes since 1970. */
export function instantOf(minutes: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(minutes * 60_000);
}
