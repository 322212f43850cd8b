import { monthOfName } from '../../platform/french/months.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';

/** Month from 1. */
export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number };

export type DayFault =
  | { readonly code: 'unreadable' | 'year-of-four-figures' }
  | { readonly code: 'month-unknown'; readonly word: string }
  | { readonly code: 'month-out-of-range'; readonly month: number }
  | { readonly code: 'year-out-of-range'; readonly year: string }
  | ({ readonly code: 'no-such-day' } & CalendarDay);

const WRITTEN = /^(\d{1,2})(?:er)?[\s./-]+(\p{L}+\.?|\d{1,2})[\s./-]+(\d+)$/u;
const EIGHT_FIGURES = /^(\d{2})(\d{2})(\d{4})$/;
/** What a browser that fills in `bday` writes. */
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day as French people write it (see `frenchDate`), on the server and in the browser. */
export function readDay(text: string): Result<CalendarDay, DayFault> {
  const iso = ISO.exec(text);
  const parts = iso === null ? (EIGHT_FIGURES.exec(text) ?? WRITTEN.exec(text)) : [text, iso[3], iso[2], iso[1]];
  if (parts === null) return refuse({ code: 'unreadable' });
  const [, first = '', second = '', last = ''] = parts;
  const month = /^\d/.test(second) ? Number(second) : monthOfName(second);
  if (month === null) return refuse({ code: 'month-unknown', word: second });
  if (last.length !== 4) return refuse({ code: 'year-of-four-figures' });
  const [day, year] = [Number(first), Number(last)];
  if (month < 1 || month > 12) return refuse({ code: 'month-out-of-range', month });
  if (year < 1900 || year > 2100) return refuse({ code: 'year-out-of-range', year: last });
  if (day < 1 || day > lengthOf(month, year)) return refuse({ code: 'no-such-day', year, month, day });
  return ok({ year, month, day });
}

/** Days of a month of the Gregorian calendar. */
function lengthOf(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `2022-07-05`: days so written sort as they follow. */
export function isoDay({ year, month, day }: CalendarDay): string {
  return [String(year), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
}
