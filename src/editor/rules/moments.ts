import { ok, type Result, refuse } from '../../platform/result.ts';
import { dayInWords, numericDay } from '../../ui/index.ts';

/** The wall clocks of a session (`2023-12-01T17:00`), as the head of office reads and types them. */

const TYPED = /^(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4})(?:,?\s*(?:à\s*)?(\d{1,2})\s*(?:h|:)\s*(\d{2})?)?$/i;
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const ISO_INSIDE = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/g;
const ISO_DAY_INSIDE = /\d{4}-\d{2}-\d{2}(?!\d)/g;

export type MomentFault = 'unreadable' | 'no-hour' | 'no-such-day' | 'no-such-hour';

/** `12/10/2023 à 14 h 00`, `12/10/2023 14:00` or `12/10/2023 14h` as `2023-10-12T14:00`. */
export function readMoment(text: string): Result<string, MomentFault> {
  const parts = TYPED.exec(text);
  if (parts === null) return refuse('unreadable');
  const [, day = '', month = '', year = '', hour, minute = '0'] = parts;
  if (hour === undefined) return refuse('no-hour');
  if (Number(hour) > 23 || Number(minute) > 59) return refuse('no-such-hour');
  const date = dateOf(year, month, day);
  return date === null ? refuse('no-such-day') : ok(`${date}T${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`);
}

/** `03/06/2024` as `2024-06-03`. */
export function readDay(text: string): Result<string, MomentFault> {
  const [, day = '', month = '', year = '', hour] = TYPED.exec(text) ?? [];
  if (day === '' || hour !== undefined) return refuse('unreadable');
  const date = dateOf(year, month, day);
  return date === null ? refuse('no-such-day') : ok(date);
}

/** `03/06/2024`; what isn't a day stays as it is. */
export function typedDay(day: string): string {
  const date = dayOf(day);
  return date === null ? day : numericDay(date);
}

/** As it is typed: `12/10/2023 à 14 h 00`; what isn't a wall clock stays as it is. */
export function typedMoment(wallClock: string): string {
  const clock = momentOf(wallClock);
  return clock === null ? wallClock : `${numericDay(clock)} à ${hourOf(clock)}`;
}

/** `jeudi 12 octobre 2023 à 14 h 00`; what isn't a wall clock stays as it is. */
export function momentInWords(wallClock: string): string {
  const clock = momentOf(wallClock);
  return clock === null ? wallClock : `${dayInWords(clock)} à ${hourOf(clock)}`;
}

/** `lundi 3 juin 2024`; what isn't a day stays as it is. */
export function dateInWords(day: string): string {
  const date = dayOf(day);
  return date === null ? day : dayInWords(date);
}

/** A wall clock or a day, whichever it is. */
export function inWords(at: string): string {
  return at.length === 10 ? dateInWords(at) : momentInWords(at);
}

/** A sentence of the pack's checks with its wall clocks and days in words. */
export function withMomentsInWords(message: string): string {
  return message.replace(ISO_INSIDE, momentInWords).replace(ISO_DAY_INSIDE, dateInWords);
}

export function dayOf(day: string): Temporal.PlainDate | null {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const iso = dateOf(year, month, date);
  return iso === null ? null : Temporal.PlainDate.from(iso);
}

export function momentOf(wallClock: string): Temporal.PlainDateTime | null {
  if (!ISO.test(wallClock) || dayOf(wallClock.slice(0, 10)) === null) return null;
  const [hour, minute] = [Number(wallClock.slice(11, 13)), Number(wallClock.slice(14))];
  return hour > 23 || minute > 59 ? null : Temporal.PlainDateTime.from(wallClock);
}

export function isoMinute(clock: Temporal.PlainDateTime): string {
  return clock.toString({ smallestUnit: 'minute' });
}

function dateOf(year: string, month: string, day: string): string | null {
  try {
    const from = { year: Number(year), month: Number(month), day: Number(day) };
    return year === '' || from.year < 1900 || from.year > 2100
      ? null
      : Temporal.PlainDate.from(from, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

function hourOf({ hour, minute }: Temporal.PlainDateTime): string {
  return `${hour}\u00a0h\u00a0${String(minute).padStart(2, '0')}`;
}
