import { type CourtSeat, isWorkingDay } from '../../../law/index.ts';

/** What waits for a group of specialities, or for all of them. */
export type Load = {
  readonly waiting: number;
  /** Decisions on a working day, over the last ones. */
  readonly pace: number;
};

/** Working days over which a pace is measured: one more or less doesn't make it jump, and last month's doesn't hide today's. */
export const MEASURED = 5;
/** Farther ahead nobody believes a day. */
const FARTHEST = 250;

/** The last whole working days before this one. */
export function measuredDays(today: Temporal.PlainDate, seat: CourtSeat): readonly string[] {
  const days: string[] = [];
  for (let day = today.subtract({ days: 1 }); days.length < MEASURED; day = day.subtract({ days: 1 }))
    if (isWorkingDay(day, seat)) days.push(day.toString());
  return days;
}

/** On which day nothing waits any more if as much is decided each working day, this one included; null: at no day that can be said. */
export function finishOn(
  { waiting, pace }: Load,
  today: Temporal.PlainDate,
  seat: CourtSeat,
): Temporal.PlainDate | null {
  if (waiting > pace * FARTHEST) return null;
  // A fifth five times is one, whatever a machine makes of it.
  let left = Math.max(1, Math.ceil(waiting / pace - 1e-9));
  for (let day = today; ; day = day.add({ days: 1 })) {
    if (isWorkingDay(day, seat)) left -= 1;
    if (left === 0) return day;
  }
}

/**
 * How many pieces each would hand over (above zero) or take (below) so that all end on the same day, each at its own pace. They add up to
 * nothing but for what rounding takes; no pace at all: nothing can be shared out.
 */
export function toShare(loads: readonly Load[]): readonly number[] {
  const sum = (of: (load: Load) => number): number => loads.reduce((total, load) => total + of(load), 0);
  const [waiting, pace] = [sum((load) => load.waiting), sum((load) => load.pace)];
  return loads.map((load) => (pace === 0 ? 0 : Math.round(load.waiting - (waiting * load.pace) / pace)));
}
