/** Those who sit one test together in a room. Times in minutes. */
export type Booking = {
  readonly sitting: string;
  readonly start: number;
  readonly end: number;
  /** Somebody who has the room to themselves. */
  readonly alone: boolean;
  /** With more time. */
  readonly longer: boolean;
  readonly count: number;
  /** Before a board one sits at a time; at the posts of a workshop, so many; null: as many as the room holds. */
  readonly most: number | null;
  /** Do they end with the others? Nobody has to, before a board or in a workshop. */
  readonly together: boolean;
};

/** When a room is kept for one sitting. `elsewhere`: another session has it, by its calendar or its published plan. */
export type KeptTime = {
  readonly sitting: string;
  readonly start: number;
  readonly end: number;
  readonly elsewhere: boolean;
};

/**
 * What can't be, or must be looked at, in one room. `two-beginnings`: some come while others write; `leaves-after`: somebody with more
 * time is still there once others have left, and everybody sees it.
 */
export type RoomFault =
  | 'over-capacity'
  | 'two-beginnings'
  | 'not-alone'
  | 'kept-for-another'
  | 'used-elsewhere'
  | 'leaves-after';

/** Each with the beginning of those concerned, the later of two. */
export function faultsInRoom(
  bookings: readonly Booking[],
  { capacity, kept }: { readonly capacity: number; readonly kept: readonly KeptTime[] },
): readonly { readonly fault: RoomFault; readonly start: number }[] {
  const found = new Map<string, { readonly fault: RoomFault; readonly start: number }>();
  const say = (fault: RoomFault, start: number): void => void found.set(`${fault}/${start}`, { fault, start });
  const order = bookings.toSorted((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, one] of order.entries()) {
    const there = order.filter((other) => overlap(one, other));
    if (there.reduce(countWithin(one.start), 0) > Math.min(capacity, ...there.map(({ most }) => most ?? capacity)))
      say('over-capacity', one.start);
    if (one.alone && one.count > 1) say('not-alone', one.start);
    for (const other of kept)
      if (other.sitting !== one.sitting && overlap(one, other))
        say(other.elsewhere ? 'used-elsewhere' : 'kept-for-another', one.start);
    for (const other of order.slice(index + 1)) {
      if (!overlap(one, other)) continue;
      if (one.start !== other.start) say('two-beginnings', other.start);
      if (one.alone || other.alone) say('not-alone', other.start);
      if (!one.together && !other.together) continue;
      if ((one.longer && one.end > other.end) || (other.longer && other.end > one.end))
        say('leaves-after', other.start);
    }
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start || (a.fault < b.fault ? -1 : 1));
}

/** Do they meet? Whoever ends when the others begin doesn't. */
export function overlap(
  one: { readonly start: number; readonly end: number },
  other: { readonly start: number; readonly end: number },
): boolean {
  return one.start < other.end && other.start < one.end;
}

function countWithin(moment: number) {
  return (sum: number, { start, end, count }: Booking): number => (start <= moment && moment < end ? sum + count : sum);
}
