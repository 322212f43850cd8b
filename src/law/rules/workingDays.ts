import { inParis, PARIS } from '../../platform/time.ts';
import type { CourtSeat } from '../law.ts';

/** Month and day of those that never move (code du travail, L3133-1). */
const FIXED: ReadonlySet<string> = new Set(['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']);
/** Days after Easter Sunday: its Monday, Ascension, Whit Monday (L3133-1). */
const AFTER_EASTER: ReadonlySet<number> = new Set([1, 39, 50]);
const GOOD_FRIDAY = -2;

/** The day that a territory adds: the abolition of slavery (L3422-2), Saint Stephen in Alsace-Moselle (L3134-13). */
const OWN: Readonly<Record<CourtSeat, string | null>> = {
  mainland: null,
  'alsace-moselle': '12-26',
  guadeloupe: '05-27',
  martinique: '05-22',
  guyane: '06-10',
  reunion: '12-20',
  mayotte: '04-27',
  'saint-barthelemy': '10-09',
  'saint-martin': '05-27',
};

/** One of the eleven holidays of the code du travail, or that of the territory. */
export function isHoliday(day: Temporal.PlainDate, seat: CourtSeat): boolean {
  const monthDay = day.toString().slice(5);
  return FIXED.has(monthDay) || OWN[seat] === monthDay || AFTER_EASTER.has(easter(day.year).until(day).days);
}

/** Why an office is closed, and nobody sits an exam, anywhere in the country. */
export type DayOff = 'sunday' | 'holiday';

export function dayOff(day: Temporal.PlainDate): DayOff | null {
  if (isHoliday(day, 'mainland')) return 'holiday';
  return day.dayOfWeek === 7 ? 'sunday' : null;
}

/** Good Friday, a holiday in some communes of Alsace-Moselle alone (L3134-13): it never shortens anything. */
function mayBeHoliday(day: Temporal.PlainDate, seat: CourtSeat): boolean {
  return isHoliday(day, seat) || (seat === 'alsace-moselle' && easter(day.year).until(day).days === GOOD_FRIDAY);
}

/** Neither a Saturday, nor a Sunday, nor a holiday. */
export function isWorkingDay(day: Temporal.PlainDate, seat: CourtSeat): boolean {
  return day.dayOfWeek < 6 && !isHoliday(day, seat);
}

/** That day, or the first working one after it (code de procédure civile, 642). */
export function workingDayFrom(day: Temporal.PlainDate, seat: CourtSeat): Temporal.PlainDate {
  return isWorkingDay(day, seat) ? day : workingDayFrom(day.add({ days: 1 }), seat);
}

/** The same hour of the next working day: somebody is there to answer, and whoever decided can still think again. */
export function onNextWorkingDay(from: Temporal.Instant, seat: CourtSeat): Temporal.Instant {
  const now = inParis(from);
  const next = workingDayFrom(now.toPlainDate().add({ days: 1 }), seat);
  return next.toZonedDateTime({ timeZone: PARIS, plainTime: now.toPlainTime() }).toInstant();
}

/** The first working day where every day that is a holiday somewhere near counts as one. */
export function latestWorkingDayFrom(day: Temporal.PlainDate, seat: CourtSeat): Temporal.PlainDate {
  const isWorked = day.dayOfWeek < 6 && !mayBeHoliday(day, seat);
  return isWorked ? day : latestWorkingDayFrom(day.add({ days: 1 }), seat);
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
function easter(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const corrected = century - Math.floor((century + 8) / 25) + 1;
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor(corrected / 3) + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const marched = epact + weekday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(marched / 31), day: (marched % 31) + 1 });
}
