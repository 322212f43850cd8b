/** A job, by its days. `to: null`: still going on. */
export type WorkPeriod = {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
  readonly partTime?: boolean;
};

/** Nobody works before fourteen: such a date is a slip of the pen. */
const YOUNGEST_YEARS = 14;

export type TooEarly = 'before-birth' | 'before-fourteen';

/** Did a job begin before its holder was born, or old enough? null: it could. */
export function beganTooEarly(from: Temporal.PlainDate, birthDate: Temporal.PlainDate): TooEarly | null {
  if (Temporal.PlainDate.compare(from, birthDate) < 0) return 'before-birth';
  return Temporal.PlainDate.compare(from, fourteenth(birthDate)) < 0 ? 'before-fourteen' : null;
}

export function fourteenth(birthDate: Temporal.PlainDate): Temporal.PlainDate {
  return birthDate.add({ years: YOUNGEST_YEARS });
}

type Span = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

/** Stretches of days up to a day (included), in order, apart from each other: overlapping contracts make one. */
function spansOf(periods: readonly WorkPeriod[], upTo: Temporal.PlainDate): readonly Span[] {
  const cut = periods
    .map(({ from, to }) => ({ from, to: to === null || Temporal.PlainDate.compare(to, upTo) > 0 ? upTo : to }))
    .filter(({ from, to }) => Temporal.PlainDate.compare(from, to) <= 0)
    .sort((a, b) => Temporal.PlainDate.compare(a.from, b.from));
  const spans: Span[] = [];
  for (const span of cut) {
    const last = spans.at(-1);
    if (last === undefined || Temporal.PlainDate.compare(span.from, last.to.add({ days: 1 })) > 0) spans.push(span);
    else if (Temporal.PlainDate.compare(span.to, last.to) > 0)
      spans[spans.length - 1] = { from: last.from, to: span.to };
  }
  return spans;
}

/**
 * Days worked up to a day (included), where overlapping contracts count once and gaps don't count (docs/product.md).
 * A job still going on is projected to that day.
 */
export function daysWorked(periods: readonly WorkPeriod[], upTo: Temporal.PlainDate): number {
  return daysOf(spansOf(periods, upTo));
}

function daysOf(spans: readonly Span[]): number {
  return spans.reduce((total, { from, to }) => total + from.until(to).days + 1, 0);
}

/**
 * Whole months worked up to a day (included), by whichever count is kinder: that of all days together, or that of the calendar,
 * which is so where the stretches have more Februaries than a single one of that length.
 */
export function monthsWorked(periods: readonly WorkPeriod[], upTo: Temporal.PlainDate): number {
  const spans = spansOf(periods, upTo);
  let months = monthsIn(daysOf(spans));
  while (dayOnCalendar(spans, months + 1) !== null) months += 1;
  return months;
}

/** What of the periods is on or after a day (pharmacy: only the four years before the exam count). */
export function sinceDay(periods: readonly WorkPeriod[], first: Temporal.PlainDate): readonly WorkPeriod[] {
  return periods
    .filter(({ to }) => to === null || Temporal.PlainDate.compare(to, first) >= 0)
    .map((period) => (Temporal.PlainDate.compare(period.from, first) < 0 ? { ...period, from: first } : period));
}

/** No working life is longer: a job that goes on is followed so far. */
const LONGEST_YEARS = 60;

/**
 * The day on which so many months of work are complete, if the jobs go on as declared; null if they never are. Counted on the
 * calendar: from 1 September 2022, two years end on 31 August 2024. The verdict may be kinder (`monthsWorked`).
 */
export function dayReached(periods: readonly WorkPeriod[], months: number): Temporal.PlainDate | null {
  const [first] = periods.map(({ from }) => from).sort(Temporal.PlainDate.compare);
  if (first === undefined) return null;
  const spans = spansOf(periods, first.add({ years: LONGEST_YEARS }));
  return dayOnCalendar(spans, months) ?? dayOfFewest(spans, months);
}

/** Days beside the whole months of each stretch are added up; the longest month takes 31 of them. */
function dayOnCalendar(spans: readonly Span[], months: number): Temporal.PlainDate | null {
  let missing = months;
  let spare = 0;
  for (const { from, to } of spans) {
    const day = from.add({ months: missing }).subtract({ days: 1 + spare });
    if (Temporal.PlainDate.compare(day, to) <= 0) return Temporal.PlainDate.compare(day, from) < 0 ? from : day;
    const worked = from.until(to.add({ days: 1 }), { largestUnit: 'months' });
    spare += worked.days;
    missing -= worked.months + Math.floor(spare / 31);
    spare %= 31;
  }
  return null;
}

function dayOfFewest(spans: readonly Span[], months: number): Temporal.PlainDate | null {
  let missing = fewestDays(months);
  for (const { from, to } of spans) {
    const days = from.until(to).days + 1;
    if (days >= missing) return from.add({ days: missing - 1 });
    missing -= days;
  }
  return null;
}

/**
 * Whole months in so many days, to the candidate's benefit: the fewest days that so many calendar months can have. So
 * 1 September 2021 to 31 August 2023 is 24 months, and more days never make fewer months.
 */
function monthsIn(days: number): number {
  const years = Math.floor(days / 365);
  let months = 12 * years;
  while (fewestDays(months + 1) <= days) months += 1;
  return months;
}

/** Days of each month of a common year, from January. */
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The fewest days that 0, 1, … 11 months in a row can have. */
const SHORTEST = LENGTHS.map((_, rest) =>
  Math.min(
    ...LENGTHS.map((_, start) =>
      Array.from({ length: rest }, (_, index) => LENGTHS[(start + index) % 12] ?? 0).reduce((a, b) => a + b, 0),
    ),
  ),
);

function fewestDays(months: number): number {
  return Math.floor(months / 12) * 365 + (SHORTEST[months % 12] ?? 0);
}
