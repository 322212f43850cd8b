/** Why nobody sits an exam that day. */
export type DayOff = 'sunday' | 'public-holiday';

/** Sundays, and the eleven public holidays of the code du travail, L3133-1. */
export function dayOff(day: Temporal.PlainDate): DayOff | null {
  if (isPublicHoliday(day)) return 'public-holiday';
  return day.dayOfWeek === 7 ? 'sunday' : null;
}

/** Month and day of those that never move. */
const FIXED: ReadonlySet<string> = new Set(['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']);
/** Days after Easter Sunday: its Monday, Ascension, Whit Monday. */
const AFTER_EASTER: ReadonlySet<number> = new Set([1, 39, 50]);

function isPublicHoliday(day: Temporal.PlainDate): boolean {
  return FIXED.has(day.toString().slice(5)) || AFTER_EASTER.has(easter(day.year).until(day).days);
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
