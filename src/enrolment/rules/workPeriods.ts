/** A job, by its days. `to: null`: still going on. */
export type WorkPeriod = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate | null };

/**
 * Days worked up to a day (included), where overlapping contracts count once and gaps don't count (pieces.md, section 4).
 * A job still going on is projected to that day.
 */
export function daysWorked(periods: readonly WorkPeriod[], upTo: Temporal.PlainDate): number {
  const spans = periods
    .map(({ from, to }) => ({ from, to: to === null || Temporal.PlainDate.compare(to, upTo) > 0 ? upTo : to }))
    .filter(({ from, to }) => Temporal.PlainDate.compare(from, to) <= 0)
    .sort((a, b) => Temporal.PlainDate.compare(a.from, b.from));
  let total = 0;
  let counted: Temporal.PlainDate | null = null;
  for (const { from, to } of spans) {
    const start: Temporal.PlainDate =
      counted !== null && Temporal.PlainDate.compare(from, counted) <= 0 ? counted.add({ days: 1 }) : from;
    if (Temporal.PlainDate.compare(start, to) > 0) continue;
    total += start.until(to).days + 1;
    counted = to;
  }
  return total;
}

/**
 * Whole months in so many days, to the candidate's benefit: the fewest days that so many calendar months can have. So
 * 1 September 2021 to 31 August 2023 is 24 months, and more days never make fewer months.
 */
export function monthsIn(days: number): number {
  let months = 0;
  while (fewestDays(months + 1) <= days) months += 1;
  return months;
}

/** Days of each month of a common year, from January. */
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function fewestDays(months: number): number {
  const rest = months % 12;
  const runs = LENGTHS.map((_, start) =>
    Array.from({ length: rest }, (_, index) => LENGTHS[(start + index) % 12] ?? 0).reduce((a, b) => a + b, 0),
  );
  return Math.floor(months / 12) * 365 + Math.min(...runs);
}
