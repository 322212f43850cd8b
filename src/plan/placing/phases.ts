import type { Held } from './bookings.ts';
import type { PlacingSitting } from './problem.ts';

/**
 * All phases of a test are sat at one post: a later one in the room of the first, at its next hour after it. `room` null: any; no sitting: the phase
 * before has no seat, and nobody begins in the middle.
 */
export function besidePhases(
  unit: string,
  some: readonly PlacingSitting[],
  all: readonly Held[],
  sittings: ReadonlyMap<string, PlacingSitting>,
): { readonly sittings: readonly PlacingSitting[]; readonly room: string | null } {
  const before = some[0]?.after ?? null;
  const seats = all.flatMap(({ seat }) =>
    seat !== null && (seat.unit === before || sittings.get(seat.sitting)?.after === unit) ? [seat] : [],
  );
  const room = seats[0]?.room ?? null;
  const here = some.filter(({ roomId }) => room === null || roomId === null || roomId === room);
  if (before === null) return { sittings: here, room };
  const over = seats.find((seat) => seat.unit === before)?.end ?? null;
  const after = over === null ? [] : here.filter(({ start }) => start >= over);
  const next = Math.min(...after.map(({ start }) => start));
  return { sittings: after.filter(({ start }) => start === next), room };
}
