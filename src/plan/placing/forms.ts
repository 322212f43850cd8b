import { minutesWithExtra } from '../../law/index.ts';
import type { PlacingRoom, PlacingSitting } from './problem.ts';

/** Minutes since 1970. */
export type Time = { readonly start: number; readonly end: number };

export function overlaps(one: Time, other: Time): boolean {
  return one.start < other.end && other.start < one.end;
}

/** When a room is used by this sitting, until the last of those who have so much more time leaves. */
export function roomTime({ start, minutes, uncounted, form }: PlacingSitting, percent: number): Time {
  if (form.is === 'turns') return { start, end: form.until };
  const end = start + minutesWithExtra(minutes, percent, uncounted);
  return form.is === 'stations' ? { start: start - form.before, end: end + form.after } : { start, end };
}

/** How many may sit there at that sitting, if nobody of them has more time. */
export function seatsIn({ start, minutes, form }: PlacingSitting, { capacity, stations }: PlacingRoom): number {
  if (form.is === 'hall') return capacity;
  if (form.is === 'stations') return stations ?? capacity;
  return Math.max(0, Math.floor((form.until - start - form.preparation) / (minutes + form.pause)));
}

/** The turn as its person has it (`start`, `end`, `call`), and until when the board is taken by it. */
export type Turn = Time & { readonly call: number; readonly over: number };

/**
 * The first turn that is free on a board whose turns these are (in order), and for its person.
 * `isFree`: from the call to the end, are they nowhere else? `after`: moments from which they may be free again. Not before `from`.
 */
export function firstTurn(
  { start, minutes, uncounted, form }: PlacingSitting,
  percent: number,
  turns: readonly Turn[],
  after: readonly number[],
  from: number,
  isFree: (time: Time) => boolean,
): Turn | null {
  if (form.is !== 'turns') return null;
  const preparation = form.preparationExtends ? minutesWithExtra(form.preparation, percent) : form.preparation;
  const long = minutesWithExtra(minutes, percent, uncounted);
  const first = Math.max(from, start + preparation);
  const begins = [first, ...turns.map(({ over }) => over), ...after.map((moment) => moment + preparation)]
    .filter((begin) => begin >= first && begin + long + form.pause <= form.until)
    .toSorted((a, b) => a - b);
  for (const begin of begins) {
    const turn = { call: begin - preparation, start: begin, end: begin + long, over: begin + long + form.pause };
    const isTaken = turns.some((other) => begin < other.over && other.start < turn.over);
    if (!isTaken && isFree({ start: turn.call, end: turn.end })) return turn;
  }
  return null;
}
