import { inParis, parisDay } from '../../platform/time.ts';
import { clockTime, dayInWords, endInWords, instantInWords, monthName } from '../../ui/index.ts';

/** « Du jeudi 12 octobre 2023 à 14 h 00 au vendredi 1er décembre 2023 à 17 h 00 (heure de Paris) » */
export function windowInWords(window: {
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
}): string {
  return `Du ${dayInWords(parisDay(window.opensAt))} à ${clockTime(window.opensAt)} au ${endInWords(window.closesAt)}`;
}

/** A deadline at midnight is read a day too late: « avant le vendredi 8 mars 2024 », never « à 0 h 00 ». */
export function beforeInWords(instant: Temporal.Instant): string {
  if (!isMidnight(instant)) return `avant le ${instantInWords(instant)}`;
  const day = parisDay(instant);
  return `avant le ${dayInWords(day)}, donc jusqu'au ${dayInWords(day.subtract({ days: 1 }))} inclus`;
}

/** The same as the date of a line. */
export function instantLine(instant: Temporal.Instant): string {
  return isMidnight(instant) ? dayInWords(parisDay(instant)) : instantInWords(instant);
}

/** « juin 2024 » */
export function monthInWords(month: Temporal.PlainYearMonth): string {
  return `${monthName(month.month)} ${month.year}`;
}

export function isMidnight(instant: Temporal.Instant): boolean {
  const { hour, minute } = inParis(instant);
  return hour === 0 && minute === 0;
}
