import { minutesWithExtra } from '../../law/index.ts';
import type { Held } from '../../places/index.ts';
import type { Effects } from './effects.ts';

/** A seat, as far as it may be wrong by itself. */
export type SeatToCheck = {
  readonly enrolmentId: string;
  readonly unit: string;
  readonly sittingId: string;
  readonly roomId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly percent: number;
  readonly alone: boolean;
};

/** What the seat leans on, as it is today; null: it is no longer there. */
export type SeatGround = {
  /** The units that this candidate sits; null: the rules can't read their file, so nobody knows. */
  readonly units: readonly string[] | null;
  readonly effects: Pick<Effects, 'percent' | 'alone' | 'accessible'>;
  readonly sitting: {
    readonly unit: string;
    readonly startsAt: Temporal.Instant;
    readonly minutes: number;
    readonly uncounted: number;
    readonly held: Held;
    readonly until: Temporal.Instant | null;
    readonly kind: string;
    readonly roomId: string | null;
  } | null;
  /** null: it is closed, or the session doesn't use it any more. */
  readonly room: { readonly accessible: boolean; readonly kinds: readonly string[] } | null;
};

/**
 * Why a seat no longer says what is true. `not-to-sit`: kept, exempted, withdrawn, under reserve, its certificate owed…;
 * `sitting-gone`, `hour-changed`: the calendar; `arrangement-changed`: more time or a room of one's own, given or taken back;
 * `room-closed`: it takes nobody any more; `room-unfit`: not fitted for the test, not accessible, or another room is kept for it.
 */
export type SeatFault =
  | 'not-to-sit'
  | 'sitting-gone'
  | 'hour-changed'
  | 'arrangement-changed'
  | 'room-closed'
  | 'room-unfit';

export function faultsOfSeat(seat: SeatToCheck, { units, effects, sitting, room }: SeatGround): readonly SeatFault[] {
  const faults: SeatFault[] = [];
  if (units !== null && !units.includes(seat.unit)) faults.push('not-to-sit');
  if (room === null) faults.push('room-closed');
  if (seat.percent !== effects.percent || seat.alone !== effects.alone) faults.push('arrangement-changed');
  if (sitting === null || sitting.unit !== seat.unit) return [...faults, 'sitting-gone'];
  if (!isAtItsHour(seat, sitting)) faults.push('hour-changed');
  const isFit =
    room === null ||
    ((sitting.kind === '' || room.kinds.includes(sitting.kind)) &&
      (room.accessible || !effects.accessible) &&
      (sitting.roomId === null || sitting.roomId === seat.roomId));
  return isFit ? faults : [...faults, 'room-unfit'];
}

/** All begin together; before a board each has a turn, of so many minutes, between its first hour and its last. */
function isAtItsHour(
  { startsAt, endsAt, percent }: Pick<SeatToCheck, 'startsAt' | 'endsAt' | 'percent'>,
  { startsAt: begins, minutes, uncounted, held, until }: NonNullable<SeatGround['sitting']>,
): boolean {
  if (!startsAt.add({ minutes: minutesWithExtra(minutes, percent, uncounted) }).equals(endsAt)) return false;
  if (held !== 'oral' || until === null) return startsAt.equals(begins);
  return Temporal.Instant.compare(begins, startsAt) <= 0 && Temporal.Instant.compare(endsAt, until) <= 0;
}

/** Does the next placing leave it where it is? A room that a person chose stays, though no program would choose it. */
export function staysPut(faults: readonly SeatFault[], frozen: boolean): boolean {
  return faults.every((fault) => fault === 'room-unfit' && frozen);
}
