/** From when until when something has a room on a day, in minutes since midnight, as clocks on the wall count. */
export type Span = { readonly from: number; readonly to: number };

/** A column of the drawing, in minutes. */
export const STEP = 5;
const HOUR = 60;
const OF_WORDS = 45;
/** As wide as a sign of a unit, which is bold, of a name, and as what stands around them, where ten hours and the names of rooms are a page of 1280. */
const [OF_UNIT, OF_NAME, AROUND] = [5, 4.1, 8];
/** What a day of exams is, where nothing is earlier or later. */
const USUAL: Span = { from: 8 * HOUR, to: 18 * HOUR };

/** Whole hours around all that is there. */
export function hoursAround(some: readonly Span[]): Span {
  const from = Math.min(USUAL.from, ...some.map((one) => one.from));
  const to = Math.max(USUAL.to, ...some.map((one) => one.to));
  return { from: Math.floor(from / HOUR) * HOUR, to: Math.ceil(to / HOUR) * HOUR };
}

/** One under the other where they meet: what is drawn of one room is never drawn over. */
export function lanesOf<One extends Span>(some: readonly One[]): readonly (readonly One[])[] {
  const lanes: One[][] = [];
  for (const one of some.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const free = lanes.find((lane) => (lane.at(-1)?.to ?? 0) <= one.from);
    if (free === undefined) lanes.push([one]);
    else free.push(one);
  }
  return lanes;
}

/** So many columns of a line, with what has them; null: nothing does. `from`: where it begins. */
export type Cell<One> = { readonly from: number; readonly columns: number; readonly one: One | null };

/** A line of the drawing from its first hour to its last: what is free is parted at each hour, whose line shows. */
export function cellsOf<One extends Span>(lane: readonly One[], hours: Span): readonly Cell<One>[] {
  const cells: Cell<One>[] = [];
  let at = hours.from;
  const leaveFree = (to: number): void => {
    while (at < to) {
      const next = Math.min(to, (Math.floor(at / HOUR) + 1) * HOUR);
      cells.push({ from: at, columns: (next - at) / STEP, one: null });
      at = next;
    }
  };
  for (const one of lane) {
    leaveFree(one.from);
    cells.push({ from: one.from, columns: (one.to - one.from) / STEP, one });
    at = one.to;
  }
  leaveFree(hours.to);
  return cells;
}

/** As it is drawn: whole columns, within the day; what is short is given the width of its longest word, and what follows a line of its own. */
export function drawnSpan({ from, to }: Span, { unit, of }: { readonly unit: string; readonly of: string }): Span {
  const start = Math.floor(Math.max(from, 0) / STEP) * STEP;
  const signs = (words: string): number => Math.max(...words.split(' ').map((word) => word.length));
  const least = start + Math.max(OF_WORDS, signs(unit) * OF_UNIT + AROUND, signs(of) * OF_NAME + AROUND);
  return { from: start, to: Math.min(Math.ceil(Math.max(to, least) / STEP) * STEP, 24 * HOUR) };
}

/** In minutes since midnight of its day; `to` on a later day is midnight. */
export function spanOf(
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
  day: Temporal.PlainDate,
  zone: string,
): Span {
  const minuteOf = (instant: Temporal.Instant): number => {
    const there = instant.toZonedDateTimeISO(zone);
    const days = Temporal.PlainDate.compare(there.toPlainDate(), day);
    return days < 0 ? 0 : days > 0 ? 24 * HOUR : there.hour * HOUR + there.minute;
  };
  return { from: minuteOf(from), to: minuteOf(to) };
}

export type CalendarDay = { readonly day: string; readonly count: number; readonly toSettle: number };

/** The day that is opened: the one that was asked for, else the first of which something is to be settled, else the next one, else the last. */
export function dayToOpen(days: readonly CalendarDay[], asked: string | undefined, today: string): string | null {
  const found =
    days.find(({ day }) => day === asked) ??
    days.find(({ toSettle }) => toSettle > 0) ??
    days.find(({ day }) => day >= today) ??
    days.at(-1);
  return found?.day ?? null;
}
