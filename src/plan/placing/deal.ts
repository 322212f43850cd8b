import { minutesWithExtra } from '../../law/index.ts';
import { travel } from '../rules/travel.ts';
import { type Booking, type Found, type Held, openRooms, type Place } from './bookings.ts';
import { firstTurn, overlaps, roomTime, seatsIn, type Time, type Turn } from './forms.ts';
import { distance, roomsFor } from './groups.ts';
import { heldBy } from './limits.ts';
import { besidePhases } from './phases.ts';
import type {
  FormerSeat,
  PersonToPlace,
  PlacingCentre,
  PlacingRoom,
  PlacingSitting,
  Problem,
  Seat,
} from './problem.ts';
import { compareRanks, rankOf } from './rank.ts';

/**
 * Whoever is in a hall at once begins together, and ends together where there is room for that; whoever has more time never leaves
 * after others of their room; whoever is alone has the room to themselves. A board and a wave have their rooms to themselves too: there,
 * more time is a longer turn, or a later end. Nobody is at two places at once, nor on the way between them.
 */
export type Hall = {
  /** Does this person get a seat for the unit at that centre? */
  readonly seat: (
    person: PersonToPlace,
    unit: string,
    sittings: readonly PlacingSitting[],
    centre: PlacingCentre,
  ) => boolean;
  /** The same, in the room where they were, if nothing keeps them from it; a turn not before it was. */
  readonly seatAgain: (person: PersonToPlace, former: FormerSeat, centre: PlacingCentre) => boolean;
  /** Lets go of all that was given now; what it was is taken back by `back`. */
  readonly leave: (person: PersonToPlace) => readonly Held[];
  readonly back: (person: PersonToPlace, held: readonly Held[]) => void;
  /** How many are to be expected at each test at each centre (`cohortsOf`). */
  readonly expect: (cohorts: ReadonlyMap<string, number>) => void;
  /** Those given now. */
  readonly seatsOf: (person: PersonToPlace) => readonly Seat[];
  /** Of those, the halls where nobody else is. */
  readonly openedBy: (person: PersonToPlace) => readonly Seat[];
  /** Who was given a seat in that room in that time. */
  readonly sittingIn: (room: PlacingRoom, time: Time) => readonly string[];
  /** Whatever rooms are free: what keeps this person from all these sittings of a unit at that centre; null: nothing. */
  readonly keptFrom: (
    person: PersonToPlace,
    unit: string,
    sittings: readonly PlacingSitting[],
    centre: PlacingCentre,
  ) => 'twice-at-once' | 'elsewhere' | null;
};

export function openHall({ centres, sittings, kept: standing, elsewhere }: Problem): Hall {
  const held = new Map<string, readonly Held[]>();
  const fixed = new Map<string, Held[]>();
  const byId = new Map(sittings.map((one) => [one.id, one]));
  const keptFor = Map.groupBy(
    sittings.filter(({ roomId }) => roomId !== null),
    ({ roomId }) => roomId ?? '',
  );
  const centreOf = new Map(centres.flatMap(({ id, rooms }) => rooms.map((room) => [room.id, id])));
  const positions = new Map([
    ...elsewhere.persons.map(({ centre, position }) => [centre, position] as const),
    ...centres.map(({ id, position }) => [id, position] as const),
  ]);
  const ways = new Map<string, number>();
  let cohorts: ReadonlyMap<string, number> = new Map();
  const { book, thereIn } = openRooms();

  const between = (one: string, other: string): number => {
    if (one === other) return 0;
    const key = `${one}/${other}`;
    const known = ways.get(key) ?? travel(distance(positions.get(one) ?? null, positions.get(other) ?? null));
    ways.set(key, known);
    return known;
  };
  const isFree = (all: readonly Held[], { start, end }: Time, centre: string): boolean =>
    all.every((one) => {
      const way = between(one.centre, centre);
      return start >= one.end + way || end + way <= one.start;
    });
  const heldOf = (id: string): readonly Held[] => [...(fixed.get(id) ?? []), ...(held.get(id) ?? [])];

  /** When this person would sit there, whoever else is in the room; null: they are somewhere else. */
  const timeFor = (
    sitting: PlacingSitting,
    { percent }: PersonToPlace,
    all: readonly Held[],
    centre: string,
    turns: readonly Turn[],
    from = 0,
  ): Found | null => {
    const { start, minutes, uncounted, form } = sitting;
    if (form.is === 'turns') {
      const after = all.map((one) => one.end + between(one.centre, centre));
      const turn = firstTurn(sitting, percent, turns, after, from, (time) => isFree(all, time, centre));
      return turn === null ? null : { time: { start: turn.start, end: turn.end }, turn };
    }
    const time = { start, end: start + minutesWithExtra(minutes, percent, uncounted) };
    return isFree(all, time, centre) ? { time, turn: null } : null;
  };

  /** The booking that this person would join, or a fresh one, and their own time; null: not in this room. */
  const placeIn = (
    room: PlacingRoom,
    sitting: PlacingSitting,
    person: PersonToPlace,
    all: readonly Held[],
    centre: string,
    from = 0,
  ): Place | null => {
    const { alone, percent } = person;
    const { form, id } = sitting;
    const time = roomTime(sitting, percent);
    const isKept = (keptFor.get(room.id) ?? []).some((one) => one.id !== id && overlaps(time, roomTime(one, 0)));
    if (isKept) return null;
    const longer = percent > 0;
    const there = thereIn(room.id, time);
    const fresh = { ...time, room: room.id, alone, longer, sitting: id, form: form.is, turns: [], count: 0 };
    if (form.is === 'turns') {
      const [board = fresh, ...others] = there;
      if (others.length > 0 || board.sitting !== id) return null;
      const found = timeFor(sitting, person, all, centre, board.turns, from);
      return found === null ? null : { ...found, booking: board, there };
    }
    const found = timeFor(sitting, person, all, centre, []);
    if (found === null) return null;
    if (there.length === 0) return { ...found, booking: fresh, there };
    if (alone || there.some((one) => one.alone || one.form !== form.is)) return null;
    if (there.reduce((sum, { count }) => sum + count, 0) >= seatsIn(sitting, room)) return null;
    if (form.is === 'stations') {
      if (there.some((one) => one.sitting !== id)) return null;
    } else {
      if (there.some((one) => one.start !== time.start || one.longer !== longer)) return null;
      // Whoever has more time leaves with the others of their room: they have it for that end alone.
      if (longer && there.some((one) => one.end !== time.end)) return null;
    }
    const booking = there.find((one) => one.sitting === id && one.end === time.end) ?? fresh;
    return { ...found, booking, there };
  };

  for (const { room, start, end } of elsewhere.rooms)
    book({ room, start, end, alone: true, longer: false, sitting: '', form: 'busy', turns: [], count: 1 });
  for (const { person, start, end, centre } of elsewhere.persons)
    fixed.set(person, [...(fixed.get(person) ?? []), { start, end, centre, seat: null, booking: null, turn: null }]);
  for (const seat of standing) {
    const { room, start, end, alone, longer, call, person, sitting: id } = seat;
    const form = byId.get(id)?.form ?? { is: 'hall' };
    const time = heldBy(seat, byId);
    const same = thereIn(room, time).find(
      (one) => one.start === time.start && one.end === time.end && one.sitting === id && !one.alone && !alone,
    );
    const booking = same ?? { ...time, room, alone, longer, sitting: id, form: form.is, turns: [], count: 0 };
    booking.count += 1;
    if (form.is === 'turns') {
      const turn = { start, end, call: call ?? start, over: end + form.pause };
      booking.turns = [...booking.turns, turn];
    }
    if (same === undefined) book(booking);
    const all = fixed.get(person) ?? [];
    fixed.set(person, [
      ...all,
      { start: call ?? start, end, centre: centreOf.get(room) ?? '', seat, booking: null, turn: null },
    ]);
  }

  const holders = new Map<Booking, Set<string>>();
  const hold = (id: string, one: Held): void => {
    held.set(id, [...(held.get(id) ?? []), one]);
    const { booking, turn } = one;
    if (booking === null) return;
    if (booking.count === 0) book(booking);
    booking.count += 1;
    if (turn !== null) booking.turns = [...booking.turns, turn];
    holders.set(booking, (holders.get(booking) ?? new Set()).add(id));
  };
  const take = (
    { id }: PersonToPlace,
    unit: string,
    { room, sitting }: { readonly room: PlacingRoom; readonly sitting: PlacingSitting },
    { time, turn, booking }: Place,
    centre: string,
  ): void => {
    const call = turn?.call ?? null;
    const seat = { person: id, unit, sitting: sitting.id, room: room.id, ...time, call };
    hold(id, { start: call ?? time.start, end: time.end, centre, seat, booking, turn });
  };
  const given = ({ id }: PersonToPlace): readonly Held[] => held.get(id) ?? [];

  return {
    expect: (expected) => {
      cohorts = expected;
    },
    seatsOf: (person) => given(person).flatMap(({ seat }) => (seat === null ? [] : [seat])),
    openedBy: (person) =>
      given(person).flatMap(({ seat, booking }) =>
        seat !== null && booking?.count === 1 && booking.form === 'hall' ? [seat] : [],
      ),
    sittingIn: (room, time) => thereIn(room.id, time).flatMap((booking) => [...(holders.get(booking) ?? [])]),
    leave: ({ id }) => {
      const before = held.get(id) ?? [];
      for (const { booking, turn } of before) {
        if (booking === null) continue;
        booking.count -= 1;
        holders.get(booking)?.delete(id);
        if (turn !== null) booking.turns = booking.turns.filter((one) => one !== turn);
      }
      held.delete(id);
      return before;
    },
    back: ({ id }, before) => {
      for (const one of before) hold(id, one);
    },
    keptFrom: (person, unit, some, centre) => {
      const all = heldOf(person.id).filter(({ seat }) => seat?.unit !== unit);
      const could = (those: readonly Held[]): boolean =>
        some.some((sitting) => timeFor(sitting, person, those, centre.id, []) !== null);
      if (could(all)) return null;
      return could(all.filter(({ seat }) => seat === null)) ? 'twice-at-once' : 'elsewhere';
    },
    seatAgain: (person, { unit, sitting: id, room: name, start }, centre) => {
      const [sitting, room] = [byId.get(id), centre.rooms.find((one) => one.id === name)];
      if (sitting === undefined || room === undefined || !roomsFor(sitting, centre, person).includes(room))
        return false;
      const place = placeIn(room, sitting, person, heldOf(person.id), centre.id, start);
      if (place !== null) take(person, unit, { room, sitting }, place, centre.id);
      return place !== null;
    },
    seat: (person, unit, some, centre) => {
      const all = heldOf(person.id);
      const fits = besidePhases(unit, some, all, byId);
      let best: { rank: readonly number[]; room: PlacingRoom; sitting: PlacingSitting } | null = null;
      let place: Place | null = null;
      for (const sitting of fits.sittings)
        for (const room of roomsFor(sitting, centre, person)) {
          if (fits.room !== null && room.id !== fits.room) continue;
          const found = placeIn(room, sitting, person, all, centre.id);
          if (found === null) continue;
          const order = rankOf({ room, sitting, person, centre }, found, { cohorts, thereIn });
          if (best !== null && compareRanks(best.rank, order) <= 0) continue;
          best = { rank: order, room, sitting };
          place = found;
        }
      if (best === null || place === null) return false;
      take(person, unit, best, place, centre.id);
      return true;
    },
  };
}
