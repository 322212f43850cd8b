import type { Place, Rooms } from './bookings.ts';
import { seatsIn } from './forms.ts';
import type { PersonToPlace, PlacingCentre, PlacingRoom, PlacingSitting } from './problem.ts';

/** Somebody and a room where they could sit a test. */
type Candidacy = {
  readonly room: PlacingRoom;
  readonly sitting: PlacingSitting;
  readonly person: PersonToPlace;
  readonly centre: PlacingCentre;
};

/** The lower the better: those already there of the same test, then of the same hours; then the room that fits, sparing special ones. */
export function rankOf(
  { room, sitting, person, centre: { id, rooms } }: Candidacy,
  { time, booking, there }: Place,
  { cohorts, thereIn }: Pick<Rooms, 'thereIn'> & { readonly cohorts: ReadonlyMap<string, number> },
): readonly number[] {
  const spare = (room.accessible && !person.accessible ? 1 : 0) + (sitting.kind === '' ? room.kinds.length : 0);
  const expected = cohorts.get(`${id}/${sitting.id}`) ?? 1;
  const most = Math.max(1, seatsIn(sitting, room));
  if (sitting.form.is === 'turns') {
    // As many boards as are needed, and then as long a day for each.
    const boards = rooms.filter((one) => thereIn(one.id, booking).some((other) => other.sitting === sitting.id));
    const isEnough = boards.length >= Math.ceil(expected / most);
    const company = booking.count > 0 ? (isEnough ? 0 : 2) : isEnough ? 3 : 1;
    return [company, sitting.start, time.start, spare];
  }
  if (sitting.form.is === 'stations') {
    // As many waves as are needed, each of as many.
    const each = Math.ceil(expected / Math.ceil(expected / most));
    const count = there.reduce((sum, one) => sum + one.count, 0);
    return [count === 0 ? 1 : count < each ? 0 : 2, sitting.start, spare, -most];
  }
  const mixed = there.some((one) => one.end !== booking.end);
  const waiting = person.alone ? 1 : (cohorts.get(`${id}/${sitting.id}/${booking.end}`) ?? 1);
  const misfit = room.capacity >= waiting ? room.capacity - waiting : 10_000 - room.capacity;
  const company = mixed ? 3 : there.length === 0 ? 2 : booking.count > 0 ? 0 : 1;
  return [company, spare, misfit, sitting.start];
}

export function compareRanks(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
