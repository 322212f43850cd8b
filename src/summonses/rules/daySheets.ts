/** One candidate at one hour, as a list names them. */
export type SeatedCandidate = {
  readonly room: string;
  /** On the clock of the centre: `09:00`. */
  readonly starts: string;
  readonly name: string;
  readonly place: number | null;
};

export type HalfDay = 'morning' | 'afternoon';

/** Those of one room in one half-day, in the order of hour, then table. */
export type RoomSheet<Line extends SeatedCandidate> = {
  readonly room: string;
  readonly half: HalfDay;
  readonly lines: readonly Line[];
};

/** What begins before one o'clock belongs to the morning. */
export function halfOf(starts: string): HalfDay {
  return starts < '13:00' ? 'morning' : 'afternoon';
}

/** A sheet for each room and half-day, mornings first, rooms in the order in which they come. */
export function roomSheets<Line extends SeatedCandidate>(lines: readonly Line[]): readonly RoomSheet<Line>[] {
  return (['morning', 'afternoon'] as const).flatMap((half) => {
    const theirs = lines.filter(({ starts }) => halfOf(starts) === half);
    return [...Map.groupBy(theirs, ({ room }) => room)].map(([room, some]) => ({
      room,
      half,
      lines: some.toSorted((a, b) => compare(a.starts, b.starts) || byTable(a, b)),
    }));
  });
}

/** By name, as one looks for oneself on a door. */
export function byName<Line extends SeatedCandidate>(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted((a, b) => a.name.localeCompare(b.name, 'fr') || compare(a.starts, b.starts));
}

/** In their order, in as few parts as hold so much each; one that is more alone is a part of its own. */
export function inParts<One>(
  all: readonly One[],
  weightOf: (one: One) => number,
  most: number,
): readonly (readonly One[])[] {
  const parts: One[][] = [];
  let held = 0;
  for (const one of all) {
    const weight = weightOf(one);
    const last = parts.at(-1);
    if (last !== undefined && held + weight <= most) {
      last.push(one);
      held += weight;
    } else {
      parts.push([one]);
      held = weight;
    }
  }
  return parts;
}

/** Who has no table yet comes last. */
function byTable(a: SeatedCandidate, b: SeatedCandidate): number {
  if (a.place === null || b.place === null) return Number(a.place === null) - Number(b.place === null);
  return a.place - b.place;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
