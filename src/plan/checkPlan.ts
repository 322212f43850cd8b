import { endsLate } from '../calendar/index.ts';
import type { Doubt, EnrolmentId } from '../enrolment/index.ts';
import { phaseBefore } from '../exam/index.ts';
import { type DayOff, dayOff } from '../law/index.ts';
import { type Held, type RoomId, roomTimeOf } from '../places/index.ts';
import { checkSeats } from './checkSeats.ts';
import { positionOf } from './homes.ts';
import { hasBegun, type PlanSeat } from './plan.ts';
import { minutesOf, type PlanGround, type StandingPlan } from './planProblem.ts';
import { faultsOfPerson, type PersonFault, type PersonSeat } from './rules/personFaults.ts';
import { type Booking, faultsInRoom, type KeptTime, type RoomFault } from './rules/roomFaults.ts';
import type { SeatFault } from './rules/seatFaults.ts';

/** What is wrong with a plan, or must be looked at before candidates are summoned by it. */
export type PlanFaultCode =
  | SeatFault
  | RoomFault
  | PersonFault
  | 'no-seat'
  | 'phases-apart'
  | 'day-off'
  | 'ends-late'
  | Extract<Doubt, 'units-unknown' | 'option-unknown' | 'certificate-units-unknown'>;
export type PlanFault = {
  readonly code: PlanFaultCode;
  readonly enrolmentId: EnrolmentId | null;
  readonly unit: string | null;
  readonly roomId: RoomId | null;
  readonly sittingId: string | null;
  readonly startsAt: Temporal.Instant | null;
  readonly why: DayOff | null;
};

/** Nobody publishes these; the others a person has to have seen. */
const BLOCKING: ReadonlySet<PlanFaultCode> = new Set<PlanFaultCode>([
  'not-to-sit',
  'sitting-gone',
  'hour-changed',
  'arrangement-changed',
  'over-capacity',
  'two-beginnings',
  'not-alone',
  'kept-for-another',
  'used-elsewhere',
  'room-closed',
  'phases-apart',
  'twice-at-once',
  'elsewhere-at-once',
  'too-far',
]);

export function isBlocking({ code }: Pick<PlanFault, 'code'>): boolean {
  return BLOCKING.has(code);
}

/** The same, beside the seats that are to be taken away or moved. */
export function blocksByItself(fault: Pick<PlanFault, 'code'>): boolean {
  return isBlocking(fault) && fault.code !== 'not-to-sit' && !ELSEWHEN.has(fault.code);
}

const NOWHERE = { enrolmentId: null, unit: null, roomId: null, sittingId: null, startsAt: null, why: null };

/** All of it: what blocks first. `zone`: in which days are counted. */
export function checkPlan(
  ground: PlanGround,
  rows: StandingPlan,
  { zone, breakMinutes }: { readonly zone: string; readonly breakMinutes: number | null },
): readonly PlanFault[] {
  const ahead = rows.seats.filter((seat) => !hasBegun(ground, seat));
  const faults = [
    ...checkSeats(ground, rows.seats).flatMap(({ seat, faults: some }) =>
      some.map((code): PlanFault => ({ ...placeOf(seat), code })),
    ),
    ...roomFaults(ground, ahead),
    ...personFaults(ground, ahead, zone, breakMinutes),
    ...phaseFaults(rows.seats).filter(({ startsAt }) => startsAt !== null && !hasBegun(ground, { startsAt })),
    ...offFaults(ahead, zone),
    ...lateFaults(ahead),
    ...doubts(ground),
    ...withoutSeat(ground, rows).map(
      ({ enrolmentId, unit }): PlanFault => ({ ...NOWHERE, code: 'no-seat', enrolmentId, unit }),
    ),
  ];
  return faults.toSorted((a, b) => Number(isBlocking(b)) - Number(isBlocking(a)));
}

function placeOf({ enrolmentId, unit, roomId, sittingId, startsAt }: PlanSeat): Omit<PlanFault, 'code'> {
  return { enrolmentId, unit, roomId, sittingId, startsAt, why: null };
}

/** What no program decides: a person looks at each before anybody is summoned. */
function doubts({ sitters }: Pick<PlanGround, 'sitters'>): readonly PlanFault[] {
  return sitters.flatMap(({ enrolmentId, speciality, doubts: some }) => {
    const known = speciality === null ? (['units-unknown'] as const) : some;
    return known.flatMap((code): readonly PlanFault[] =>
      code === 'units-unknown' || code === 'option-unknown' || code === 'certificate-units-unknown'
        ? [{ ...NOWHERE, code, enrolmentId }]
        : [],
    );
  });
}

/** Who sits a unit and has no seat for it, unless a person took it away, or all its tests have begun: no seat can be given any more. */
export function withoutSeat(
  { sitters, sittings, now }: Pick<PlanGround, 'sitters' | 'sittings' | 'now'>,
  { seats, unseated }: Pick<StandingPlan, 'seats' | 'unseated'>,
): readonly { readonly enrolmentId: EnrolmentId; readonly unit: string }[] {
  const away = unseated.filter(({ why }) => why === 'taken-away');
  const settled = new Set([...seats, ...away].map(({ enrolmentId, unit }) => `${enrolmentId}/${unit}`));
  const key = (one: { readonly speciality: string | null; readonly unit: string }) => `${one.speciality}/${one.unit}`;
  const ahead = new Set(sittings.filter((one) => !hasBegun({ now }, one)).map(key));
  const over = new Set(sittings.map(key).filter((one) => !ahead.has(one)));
  return sitters.flatMap(({ enrolmentId, speciality, units }) =>
    units
      .filter((unit) => !settled.has(`${enrolmentId}/${unit}`) && !over.has(key({ speciality, unit })))
      .map((unit) => ({ enrolmentId, unit })),
  );
}

const ELSEWHEN: ReadonlySet<PlanFaultCode> = new Set<SeatFault>([
  'sitting-gone',
  'hour-changed',
  'arrangement-changed',
  'room-closed',
]);

/** Seats of who sits the unit, at another hour than the calendar's, without what was granted, or in a room that takes nobody any more. */
export function toMove(ground: PlanGround, rows: Pick<StandingPlan, 'seats'>): readonly PlanSeat[] {
  return checkSeats(ground, rows.seats).flatMap(({ seat, faults }) =>
    !faults.includes('not-to-sit') && faults.some((fault) => ELSEWHEN.has(fault)) ? [seat] : [],
  );
}

/** Seats that somebody holds without sitting the unit any more. */
export function toTakeAway(ground: PlanGround, rows: Pick<StandingPlan, 'seats'>): readonly PlanSeat[] {
  return checkSeats(ground, rows.seats).flatMap(({ seat, faults }) => (faults.includes('not-to-sit') ? [seat] : []));
}

function roomFaults(ground: PlanGround, seats: readonly PlanSeat[]): readonly PlanFault[] {
  const { rooms } = ground;
  const byRoom = Map.groupBy(seats, ({ roomId }) => roomId);
  return rooms.flatMap((room) => {
    const there = byRoom.get(room.id) ?? [];
    const limits = { capacity: room.capacity, kept: keptTimes(ground, room.id, there) };
    return faultsInRoom(bookingsOf(ground, there), limits).map(
      ({ fault, start }): PlanFault => ({
        ...NOWHERE,
        code: fault,
        roomId: room.id,
        startsAt: Temporal.Instant.fromEpochMilliseconds(start * 60_000),
      }),
    );
  });
}

/** When a room is kept for a test of this calendar, a board or a workshop is in it, or another session has it. `there`: its seats. */
export function keptTimes(
  { sittings, elsewhere }: Pick<PlanGround, 'sittings' | 'elsewhere'>,
  room: RoomId,
  there: readonly PlanSeat[],
): readonly KeptTime[] {
  const seated = new Set(there.map(({ sittingId }) => sittingId));
  const theirs = sittings.filter(({ id, roomId, held }) => roomId === room || (held !== 'written' && seated.has(id)));
  const abroad = elsewhere.rooms.filter(({ roomId }) => roomId === room);
  return [
    ...theirs.map((sitting): KeptTime => {
      const { from, to } = roomTimeOf(sitting);
      return { sitting: sitting.id, start: minutesOf(from), end: minutesOf(to), elsewhere: false };
    }),
    ...abroad.map(({ session, startsAt, minutes }): KeptTime => {
      const start = minutesOf(startsAt);
      return { sitting: session, start, end: start + minutes, elsewhere: true };
    }),
  ];
}

/** How many sit a test in a room at once, its seats apart, and whether those of other tests may sit beside them. */
export function limitsOf(held: Held, stations: number | null): Pick<Booking, 'most' | 'together'> {
  return { most: held === 'oral' ? 1 : held === 'practical' ? stations : null, together: held === 'written' };
}

/** Those who sit one test together; whoever is alone stands by themselves. */
export function bookingsOf(
  { sittings, rooms }: Pick<PlanGround, 'sittings' | 'rooms'>,
  seats: readonly PlanSeat[],
): readonly Booking[] {
  const heldOf = new Map<string, Held>(sittings.map(({ id, held }) => [id, held]));
  const stations = new Map(rooms.map((room) => [room.id, room.stations]));
  return [
    ...Map.groupBy(seats, ({ sittingId, startsAt, endsAt, alone, percent }) =>
      [sittingId, minutesOf(startsAt), minutesOf(endsAt), alone, percent > 0].join('/'),
    ).values(),
  ].flatMap(([first, ...others]): readonly Booking[] => {
    if (first === undefined) return [];
    const { sittingId, startsAt, endsAt, alone, percent } = first;
    const times = { start: minutesOf(startsAt), end: minutesOf(endsAt) };
    const limits = limitsOf(heldOf.get(sittingId) ?? 'written', stations.get(first.roomId) ?? null);
    return [{ sitting: sittingId, ...times, alone, longer: percent > 0, count: 1 + others.length, ...limits }];
  });
}

function personFaults(
  ground: PlanGround,
  seats: readonly PlanSeat[],
  zone: string,
  breakMinutes: number | null,
): readonly PlanFault[] {
  const hours = hoursAt(ground, zone);
  return [...Map.groupBy(seats, ({ enrolmentId }) => enrolmentId)].flatMap(([enrolmentId, some]) =>
    faultsOfPerson([...some.map(hours.of), ...hours.elsewhere(enrolmentId)], breakMinutes).map(
      ({ fault, unit }): PlanFault => ({ ...NOWHERE, code: fault, enrolmentId, unit }),
    ),
  );
}

/** A seat as one looks at its person's day; and the hours that somebody has in other sessions. `zone`: in which days are counted. */
export function hoursAt(
  { centres, rooms, elsewhere }: Pick<PlanGround, 'centres' | 'rooms' | 'elsewhere'>,
  zone: string,
): {
  readonly of: (seat: PlanSeat) => PersonSeat;
  readonly elsewhere: (enrolmentId: EnrolmentId) => readonly PersonSeat[];
} {
  const centreOf = new Map(rooms.map(({ id, centreId }) => [id, centreId]));
  const postcodes = new Map(centres.map(({ id, postcode }) => [id, postcode]));
  const abroad = Map.groupBy(elsewhere.seats, ({ enrolmentId }) => enrolmentId);
  const hours = (
    { unit, startsAt, endsAt, callsAt }: Pick<PlanSeat, 'unit' | 'startsAt' | 'endsAt' | 'callsAt'>,
    centre: string,
    postcode: string | null,
  ): Omit<PersonSeat, 'elsewhere'> => ({
    unit,
    centre,
    position: positionOf(postcode),
    day: startsAt.toZonedDateTimeISO(zone).toPlainDate().toString(),
    start: minutesOf(callsAt ?? startsAt),
    end: minutesOf(endsAt),
  });
  return {
    of: (seat) => {
      const centre = centreOf.get(seat.roomId);
      const postcode = centre === undefined ? null : (postcodes.get(centre) ?? null);
      return { ...hours(seat, centre ?? '', postcode), elsewhere: false };
    },
    elsewhere: (enrolmentId) =>
      (abroad.get(enrolmentId) ?? []).map((seat) => ({
        ...hours({ ...seat, callsAt: null }, seat.centreId, seat.postcode),
        elsewhere: true,
      })),
  };
}

/** A later phase of a test that isn't sat in the room of the one before, after it. */
function phaseFaults(seats: readonly PlanSeat[]): readonly PlanFault[] {
  const known = new Map(seats.map((seat) => [`${seat.enrolmentId}/${seat.unit}`, seat]));
  return seats.flatMap((seat): readonly PlanFault[] => {
    const before = phaseBefore(seat.unit);
    if (before === null) return [];
    const earlier = known.get(`${seat.enrolmentId}/${before}`);
    const follows =
      earlier !== undefined &&
      earlier.roomId === seat.roomId &&
      Temporal.Instant.compare(earlier.endsAt, seat.startsAt) <= 0;
    return follows ? [] : [{ ...placeOf(seat), code: 'phases-apart' }];
  });
}

/** Whose test ends late because they have more time; where it does for all, the calendar's is the hour to look at. */
function lateFaults(seats: readonly PlanSeat[]): readonly PlanFault[] {
  return seats.flatMap((seat): readonly PlanFault[] =>
    seat.percent > 0 && endsLate(seat) ? [{ ...placeOf(seat), code: 'ends-late' }] : [],
  );
}

/** Once a sitting. */
function offFaults(seats: readonly PlanSeat[], zone: string): readonly PlanFault[] {
  const sittings = new Map(
    seats.map(({ sittingId, startsAt }) => [`${sittingId}/${startsAt}`, { sittingId, startsAt }]),
  );
  return [...sittings.values()].flatMap(({ sittingId, startsAt }): readonly PlanFault[] => {
    const why = dayOff(startsAt.toZonedDateTimeISO(zone).toPlainDate());
    return why === null ? [] : [{ ...NOWHERE, code: 'day-off', sittingId, startsAt, why }];
  });
}
