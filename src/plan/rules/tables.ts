import type { EnrolmentId } from '../../enrolment/index.ts';
import { wholeUnit } from '../../exam/index.ts';

/** A seat where all of the room begin together. `place`: the number of its table; null: none yet. */
export type TableSeat = {
  readonly enrolmentId: EnrolmentId;
  readonly unit: string;
  readonly roomId: string;
  readonly startsAt: Temporal.Instant;
  readonly place: number | null;
};

/**
 * Gives a table to each seat that has none, in their order: the first that is free in its room at that beginning. All phases of a test that are sat in one
 * room have one: that of the other phases where it is free, else the first that is free at each beginning. Whoever has a table keeps it, so that a
 * correction changes nobody else's. Answers those that got one.
 */
export function dealt(seats: readonly TableSeat[]): readonly TableSeat[] {
  const taken = new Map<string, Set<number>>();
  const takenAt = ({ roomId, startsAt }: TableSeat): Set<number> =>
    taken.getOrInsertComputed(`${roomId}/${startsAt}`, () => new Set());
  for (const seat of seats) if (seat.place !== null) takenAt(seat).add(seat.place);
  const tests = Map.groupBy(seats, ({ enrolmentId, unit, roomId }) => `${enrolmentId}/${wholeUnit(unit)}/${roomId}`);
  return [...tests.values()].flatMap((phases) => {
    const waiting = phases.filter(({ place }) => place === null);
    const isFree = (place: number): boolean => waiting.every((seat) => !takenAt(seat).has(place));
    let place = phases.flatMap((one) => one.place ?? []).find(isFree) ?? 1;
    while (!isFree(place)) place += 1;
    for (const seat of waiting) takenAt(seat).add(place);
    return waiting.map((seat) => ({ ...seat, place }));
  });
}
