import { inParis } from '../time.ts';
import { NBSP } from './french.ts';
import { MONTHS } from './months.ts';

/** Short where a line is short. */
const BRIEF_MONTHS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juill.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
] as const;
/** Says of which clock an hour is. */
const ZONE = `(heure${NBSP}de${NBSP}Paris)`;
const MIDNIGHT = new Temporal.PlainTime();
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

type Day = Pick<Temporal.PlainDate, 'day' | 'month' | 'year' | 'dayOfWeek'>;

/** `1er décembre`. */
export function dayAndMonth(day: Day): string {
  return `${day.day === 1 ? '1er' : day.day}${NBSP}${monthName(day.month)}`;
}

/** `1er décembre 2023`. */
export function shortDay(day: Day): string {
  return `${dayAndMonth(day)}${NBSP}${day.year}`;
}

/** `vendredi 1er décembre 2023`. */
export function dayInWords(day: Day): string {
  return `${WEEKDAYS[day.dayOfWeek - 1]} ${shortDay(day)}`;
}

/** `30/05/1998`: as a date is typed, in the fields of forms and where an answer is read again. */
export function numericDay(day: Day): string {
  return `${twoDigits(day.day)}/${twoDigits(day.month)}/${String(day.year).padStart(4, '0')}`;
}

/** `17 h 00`, on the clock of Paris. */
export function clockTime(instant: Temporal.Instant): string {
  return hour(inParis(instant));
}

/** `vendredi 1er décembre 2023 à 17 h 00 (heure de Paris)`. */
export function instantInWords(instant: Temporal.Instant): string {
  const local = inParis(instant);
  return `${dayInWords(local)} à ${hour(local)} ${ZONE}`;
}

/**
 * The end of a half-open window: `vendredi 1er décembre 2023 à 17 h 00 (heure de Paris)`. One that ends at midnight is read a
 * day too late, so that the last whole day is said: `jeudi 7 mars 2024 inclus`.
 */
export function endInWords(instant: Temporal.Instant): string {
  const lastDay = dayBeforeMidnight(instant);
  return lastDay === null ? instantInWords(instant) : `${dayInWords(lastDay)} inclus`;
}

/** `jusqu'au jeudi 7 mars 2024 inclus` */
export function untilInWords(instant: Temporal.Instant): string {
  return `jusqu'au ${endInWords(instant)}`;
}

/** The same end once it is past: `depuis la fin du jeudi 7 mars 2024`. */
export function sinceInWords(instant: Temporal.Instant): string {
  const lastDay = dayBeforeMidnight(instant);
  return lastDay === null ? `depuis le ${instantInWords(instant)}` : `depuis la fin du ${dayInWords(lastDay)}`;
}

/** The same end in short: `1er décembre 2023 à 17 h 00 (heure de Paris)`, `7 mars 2024 inclus`. */
export function shortEnd(instant: Temporal.Instant): string {
  const lastDay = dayBeforeMidnight(instant);
  return lastDay === null ? exactInstant(instant) : `${shortDay(lastDay)} inclus`;
}

/** The last whole day of what ends at midnight; null: it ends at another hour. */
export function dayBeforeMidnight(instant: Temporal.Instant): Temporal.ZonedDateTime | null {
  const local = inParis(instant);
  return local.toPlainTime().equals(MIDNIGHT) ? local.subtract({ days: 1 }) : null;
}

/** `15 novembre 2023, 10 h 42`, on the clock of Paris. */
export function shortInstant(instant: Temporal.Instant): string {
  const local = inParis(instant);
  return `${shortDay(local)}, ${hour(local)}`;
}

/** `jusqu'au 1er décembre, 17 h 00`, `jusqu'au 7 mars inclus`: on a line, where the whole date stands near. */
export function untilShort(instant: Temporal.Instant): string {
  const lastDay = dayBeforeMidnight(instant);
  return `jusqu'au ${lastDay === null ? dayAndHour(instant) : `${dayAndMonth(lastDay)} inclus`}`;
}

/** The same of what may end in another year: `jusqu'au 7 mars 2024 inclus`. */
export function untilWithYear(instant: Temporal.Instant): string {
  return `jusqu'au ${shortEnd(instant)}`;
}

/** `avant le 22 décembre, 17 h 00`, `jusqu'au 7 mars inclus`: in a title, the same day as below it. */
export function beforeShort(instant: Temporal.Instant): string {
  return dayBeforeMidnight(instant) === null ? `avant le ${dayAndHour(instant)}` : untilShort(instant);
}

/** `1er décembre, 17 h 00`, where the year is plain from the page. */
export function dayAndHour(instant: Temporal.Instant): string {
  const local = inParis(instant);
  return `${dayAndMonth(local)}, ${hour(local)}`;
}

/** `1er déc.`, in the cell of a table. */
export function briefDay(day: Day): string {
  return `${day.day === 1 ? '1er' : day.day}${NBSP}${BRIEF_MONTHS[day.month - 1]}`;
}

/** `1er déc., 17 h`: on the one line that a phone has for it. */
export function briefInstant(instant: Temporal.Instant): string {
  const local = inParis(instant);
  return `${briefDay(local)}, ${hour(local).replace(`${NBSP}00`, '')}`;
}

/** The same of an end: `30 nov. inclus`. */
export function briefEnd(instant: Temporal.Instant): string {
  const lastDay = dayBeforeMidnight(instant);
  if (lastDay === null) return briefInstant(instant);
  return `${briefDay(lastDay)} inclus`;
}

/** `30 septembre 2020 à 16 h 10 (heure de Paris)`: when something was given or decided, which may be held against somebody. */
export function exactInstant(instant: Temporal.Instant): string {
  const local = inParis(instant);
  return `${shortDay(local)} à ${hour(local)} ${ZONE}`;
}

/** `30 septembre 2020 à 16 h 10 min 05 s (heure de Paris)`: on a receipt, where seconds may decide. */
export function secondInstant(instant: Temporal.Instant): string {
  const local = inParis(instant);
  const seconds = String(local.second).padStart(2, '0');
  return `${shortDay(local)} à ${hour(local)}${NBSP}min${NBSP}${seconds}${NBSP}s ${ZONE}`;
}

export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

function hour(local: Pick<Temporal.ZonedDateTime, 'hour' | 'minute'>): string {
  return `${local.hour}${NBSP}h${NBSP}${twoDigits(local.minute)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
