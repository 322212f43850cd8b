import { dayOf } from './moments.ts';

/** Days on which an office is closed: Sundays and the holidays of the labour code (L3133-1). */
export type DayOff = 'sunday' | 'holiday';

const FIXED: ReadonlySet<string> = new Set(['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']);
/** Days after Easter: its Monday, Ascension, the Monday of Pentecost. */
const AFTER_EASTER = [1, 39, 50];

/** Why nobody answers the phone that day; null on an ordinary one. `at`: a wall clock or a day. */
export function dayOffAt(at: string): DayOff | null {
  const day = dayOf(at.slice(0, 10));
  if (day === null) return null;
  const easter = easterOf(day.year);
  const holiday = FIXED.has(day.toString().slice(5)) || AFTER_EASTER.some((days) => easter.add({ days }).equals(day));
  if (holiday) return 'holiday';
  return day.dayOfWeek === 7 ? 'sunday' : null;
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterOf(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return Temporal.PlainDate.from({ year, month, day });
}
