import { wholeYears } from '../../platform/time.ts';

const YOUNGEST_YEARS = 14;
const EARLIEST_YEAR = 1900;

export type BirthDateFault = 'future' | 'too-young' | 'too-early';

/** A typing error, most of the time: the year of the day, or a century. `today` is the exam's day in Paris. */
export function birthDateFault(day: Temporal.PlainDate, today: Temporal.PlainDate): BirthDateFault | null {
  if (day.year < EARLIEST_YEAR) return 'too-early';
  if (Temporal.PlainDate.compare(day, today) >= 0) return 'future';
  return wholeYears(day, today) < YOUNGEST_YEARS ? 'too-young' : null;
}
