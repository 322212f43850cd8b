import { minutesFor } from '../rules/effects.ts';
import { roomsFor } from './groups.ts';
import type { PersonToPlace, PlacingCentre, PlacingRoom, PlacingSitting, Problem, Seat, Unseated } from './problem.ts';
import type { DealtPerson } from './seating.ts';

type Booking = {
  readonly start: number;
  readonly end: number;
  readonly alone: boolean;
  /** With more time: their room is theirs, since the others leave before them. */
  readonly longer: boolean;
  readonly sitting: string;
  count: number;
};
const DAY = 24 * 60;

/**
 * Whoever is in a room at once begins together, and ends together where there is room for that; whoever has more time never leaves
 * after others of their room; whoever is alone has the room to themselves; nobody is at two places at once.
 */
export type Hall = {
  readonly seat: (
    person: PersonToPlace,
    unit: string,
    sittings: readonly PlacingSitting[],
    centre: PlacingCentre,
  ) => Unseated | null;
  readonly leave: (person: PersonToPlace) => void;
  /** Those given now. */
  readonly seatsOf: (person: PersonToPlace) => readonly Seat[];
  /** Of those, where nobody else is. */
  readonly openedBy: (person: PersonToPlace) => readonly Seat[];
  /** The same, with the seats that were kept. */
  readonly hoursOf: (person: PersonToPlace) => readonly Seat[];
};

export function openHall(
  { sittings, kept: standing }: Pick<Problem, 'sittings' | 'kept'>,
  cohorts: ReadonlyMap<string, number>,
): Hall {
  const bookings = new Map<string, Booking[]>();
  const seats = new Map<string, { seat: Seat; booking: Booking }[]>();
  const kept = Map.groupBy(
    sittings.filter(({ roomId }) => roomId !== null),
    ({ roomId }) => roomId ?? '',
  );
  const fixed = Map.groupBy(standing, ({ person }) => person);
  const overlaps = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
    one.start < other.end && other.start < one.end;

  const dayOf = (room: string, start: number): string => `${room}/${Math.floor(start / DAY)}`;
  const thatDay = (room: PlacingRoom, { start }: PlacingSitting): readonly Booking[] =>
    bookings.get(dayOf(room.id, start)) ?? [];

  /** The booking that this person would join, a fresh one, or null. */
  const placeIn = (
    room: PlacingRoom,
    sitting: PlacingSitting,
    end: number,
    { alone, percent }: PersonToPlace,
  ): Booking | null => {
    const time = { start: sitting.start, end };
    const isKept = (kept.get(room.id) ?? []).some(
      (one) => one.id !== sitting.id && overlaps(time, { start: one.start, end: one.start + one.minutes }),
    );
    if (isKept) return null;
    const longer = percent > 0;
    const fresh = { ...time, alone, longer, sitting: sitting.id, count: 0 };
    const there = thatDay(room, sitting).filter((booking) => booking.count > 0 && overlaps(time, booking));
    if (there.length === 0) return fresh;
    if (alone || there.some((one) => one.alone || one.start !== time.start || one.longer !== longer)) return null;
    // Whoever has more time leaves with the others of their room: they have it for that end alone.
    if (longer && there.some((one) => one.end !== end)) return null;
    if (there.reduce((sum, { count }) => sum + count, 0) >= room.capacity) return null;
    return there.find((one) => one.sitting === sitting.id && one.end === end) ?? fresh;
  };

  /** The lower the better: those already there of the same test, then of the same hours; then the room that fits, sparing special ones. */
  const rank = (
    room: PlacingRoom,
    sitting: PlacingSitting,
    end: number,
    booking: Booking,
    person: PersonToPlace,
    centre: string,
  ): readonly number[] => {
    const there = thatDay(room, sitting).filter((one) => one.count > 0 && one.start === sitting.start);
    const mixed = there.some((one) => one.end !== end);
    const waiting = person.alone ? 1 : (cohorts.get(`${centre}/${sitting.id}/${end}`) ?? 1);
    const spare = (room.accessible && !person.accessible ? 1 : 0) + (sitting.kind === '' ? room.kinds.length : 0);
    const misfit = room.capacity >= waiting ? room.capacity - waiting : 10_000 - room.capacity;
    const company = mixed ? 3 : there.length === 0 ? 2 : booking.count > 0 ? 0 : 1;
    return [company, spare, misfit];
  };

  for (const { room, start, end, alone, longer, sitting } of standing) {
    const day = bookings.get(dayOf(room, start)) ?? [];
    bookings.set(dayOf(room, start), day);
    const same = day.find((one) => one.start === start && one.end === end && one.sitting === sitting && !one.alone);
    if (same === undefined || alone) day.push({ start, end, alone, longer, sitting, count: 1 });
    else same.count += 1;
  }
  const hoursOf = ({ id }: PersonToPlace): readonly Seat[] => [
    ...(fixed.get(id) ?? []),
    ...(seats.get(id) ?? []).map(({ seat }) => seat),
  ];

  return {
    hoursOf,
    openedBy: ({ id }) => (seats.get(id) ?? []).flatMap(({ seat, booking }) => (booking.count === 1 ? [seat] : [])),
    seatsOf: ({ id }) => (seats.get(id) ?? []).map(({ seat }) => seat),
    leave: ({ id }) => {
      for (const { booking } of seats.get(id) ?? []) booking.count -= 1;
      seats.delete(id);
    },
    seat: (person, unit, some, centre) => {
      const mine = seats.get(person.id) ?? [];
      const free = some.filter((sitting) => {
        const time = { start: sitting.start, end: sitting.start + minutesFor(sitting.minutes, person.percent) };
        return !hoursOf(person).some((seat) => overlaps(time, seat));
      });
      if (free.length === 0) return 'twice-at-once';
      const found = free.flatMap((sitting) => {
        const end = sitting.start + minutesFor(sitting.minutes, person.percent);
        return roomsFor(sitting, centre, person).flatMap((room, order) => {
          const booking = placeIn(room, sitting, end, person);
          return booking === null
            ? []
            : [
                {
                  sitting,
                  end,
                  room,
                  booking,
                  rank: [...rank(room, sitting, end, booking, person, centre.id), sitting.start, order],
                },
              ];
        });
      });
      const [best] = found.toSorted((a, b) => compare(a.rank, b.rank));
      if (best === undefined) return 'full';
      const { sitting, end, room, booking } = best;
      if (booking.count === 0) {
        const key = dayOf(room.id, booking.start);
        bookings.set(key, [...(bookings.get(key) ?? []).filter((one) => one.count > 0), booking]);
      }
      booking.count += 1;
      const seat = { person: person.id, unit, sitting: sitting.id, room: room.id, start: sitting.start, end };
      seats.set(person.id, [...mine, { seat, booking }]);
      return null;
    },
  };
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Who sits first: whoever needs the rarest room, then by hour and number. */
export function orderOf(persons: readonly DealtPerson[]): readonly DealtPerson[] {
  const weight = ({ accessible, alone, percent }: PersonToPlace): number =>
    (accessible ? 4 : 0) + (alone ? 2 : 0) + (percent > 0 ? 1 : 0);
  return persons
    .map((one, order) => ({ ...one, order }))
    .toSorted(
      (a, b) =>
        weight(b.person) - weight(a.person) ||
        (a.group.key < b.group.key ? -1 : a.group.key > b.group.key ? 1 : a.order - b.order),
    );
}
