import type { CheckedRows } from '../../../testing/planChecker.ts';
import type { Elsewhere, Problem, Seat } from '../problem.ts';

/** A problem and the seats of its plan, as the checker reads plans. Persons of two sessions with one name are one person. */
export function checkedRows(
  { centres, sittings, persons }: Problem,
  seats: readonly Seat[],
  session = 'S',
): CheckedRows {
  const id = (key: string): string => `${session}:${key}`;
  return {
    centres: centres.map(({ id: key, position }) => ({
      id: key,
      at: position === null ? null : [position.latitude, position.longitude],
    })),
    rooms: centres.flatMap(({ id: centre, rooms }) => rooms.map((room) => ({ ...room, centre }))),
    sittings: sittings.map((one) => ({ ...one, id: id(one.id), session, room: one.roomId })),
    entries: persons.map((one) => ({ ...one, id: id(one.id), who: one.id, session })),
    seats: seats.map((seat) => ({ ...seat, entry: id(seat.person), sitting: id(seat.sitting) })),
  };
}

/** What the plan of one session takes from the next: its persons' hours, and its rooms for as long as they are used. */
export function takenBy({ centres, sittings }: Problem, seats: readonly Seat[]): Elsewhere {
  const centreOf = new Map(centres.flatMap(({ id, rooms }) => rooms.map((room) => [room.id, id])));
  const byId = new Map(sittings.map((one) => [one.id, one]));
  return {
    persons: seats.map(({ person, room, start, end, call }) => ({
      person,
      start: call ?? start,
      end,
      centre: centreOf.get(room) ?? '',
      position: null,
    })),
    rooms: seats.map(({ room, sitting, start, end }) => {
      const { form = { is: 'hall' as const }, start: from = start } = byId.get(sitting) ?? {};
      if (form.is === 'turns') return { room, start: from, end: form.until };
      return form.is === 'stations'
        ? { room, start: start - form.before, end: end + form.after }
        : { room, start, end };
    }),
  };
}
