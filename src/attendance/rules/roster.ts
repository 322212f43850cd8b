import type { ToldPresence } from '../attendance.ts';
import type { DayLine, Room, Sitting } from '../device/day.ts';

/** A seat in the words of a page. */
export type Placed = {
  readonly roomId: string;
  readonly room: string;
  readonly startsAt: Temporal.Instant;
  readonly line: Omit<DayLine, 'state' | 'minutes' | 'rank' | 'said' | 'other'>;
};
export type HeldStanding = ToldPresence & {
  readonly rank: number;
  readonly said: string;
  readonly other: ToldPresence | null;
};

const NOBODY: Pick<DayLine, 'state' | 'minutes' | 'rank' | 'said' | 'other'> = {
  state: 'none',
  minutes: null,
  rank: 0,
  said: null,
  other: null,
};

/** The seats of a day, in their order, as rooms with their sittings; what holds of each stands on its line. */
export function rosterOf(
  seats: readonly Placed[],
  heldOf: (line: Placed['line']) => HeldStanding | null,
  startsOf: (at: Temporal.Instant) => string,
): readonly Omit<Room, 'remarks' | 'boards'>[] {
  const rooms = Map.groupBy(seats, ({ roomId }) => roomId);
  return [...rooms.values()].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    const sittings = Map.groupBy(some, ({ startsAt }) => startsAt.epochMilliseconds);
    return [
      {
        id: first.roomId,
        name: first.room,
        sittings: [...sittings.entries()]
          .toSorted(([a], [b]) => a - b)
          .map(([at, lines]) => sittingOf(Temporal.Instant.fromEpochMilliseconds(at), lines, heldOf, startsOf)),
      },
    ];
  });
}

function sittingOf(
  at: Temporal.Instant,
  seats: readonly Placed[],
  heldOf: (line: Placed['line']) => HeldStanding | null,
  startsOf: (at: Temporal.Instant) => string,
): Sitting {
  return {
    startsAt: at.toString(),
    starts: startsOf(at),
    lines: seats.map(({ line }): DayLine => ({ ...line, ...(heldOf(line) ?? NOBODY) })),
  };
}
