import { overlaps, type Time, type Turn } from './forms.ts';
import type { PlacingSitting, Seat } from './problem.ts';

export type Booking = Time & {
  readonly room: string;
  readonly alone: boolean;
  /** With more time: their room is theirs, since the others leave before them. */
  readonly longer: boolean;
  readonly sitting: string;
  /** `busy`: other plans are there. */
  readonly form: PlacingSitting['form']['is'] | 'busy';
  turns: readonly Turn[];
  count: number;
};
/** Where somebody is, and what they take of a room there. */
export type Held = Time & {
  readonly centre: string;
  readonly seat: Seat | null;
  readonly booking: Booking | null;
  readonly turn: Turn | null;
};

export type Found = { readonly time: Time; readonly turn: Turn | null };
/** A place in a room, with who is there at that time. */
export type Place = Found & { readonly booking: Booking; readonly there: readonly Booking[] };

const DAY = 24 * 60;
const NOBODY: readonly Booking[] = [];

/** Who takes which room when. */
export type Rooms = {
  /** Once more, a booking stands where it stood; one that nobody has any more is gone. */
  readonly book: (booking: Booking) => void;
  /** Those that somebody has in that time. */
  readonly thereIn: (room: string, time: Time) => readonly Booking[];
};

export function openRooms(): Rooms {
  const bookings = new Map<string, Booking[]>();
  const dayOf = (room: string, start: number): string => `${room}/${Math.floor(start / DAY)}`;
  return {
    book: (booking) => {
      for (let day = Math.floor(booking.start / DAY); day * DAY < booking.end; day += 1) {
        const key = dayOf(booking.room, day * DAY);
        bookings.set(key, [...(bookings.get(key) ?? []).filter((one) => one.count > 0 && one !== booking), booking]);
      }
    },
    thereIn: (room, time) =>
      bookings.get(dayOf(room, time.start))?.filter((one) => one.count > 0 && overlaps(time, one)) ?? NOBODY,
  };
}
