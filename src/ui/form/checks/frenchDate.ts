import type { z } from 'zod';
import { ok, type Result, refuse } from '../../../platform/result.ts';
import { monthOfName, numericDay } from '../../dates.ts';
import { texts } from '../../texts.ts';
import { textCheck } from './textCheck.ts';

const WRITTEN = /^(\d{1,2})(?:er)?[\s./-]+(\p{L}+\.?|\d{1,2})[\s./-]+(\d+)$/u;
const EIGHT_FIGURES = /^(\d{2})(\d{2})(\d{4})$/;
/** What a browser that fills in `bday` writes. */
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * A calendar day as French people write it: `30/05/1998`, `1/9/1998`, `30-05-1998`, `30.05.1998`, `30 05 1998`, `30051998`
 * (phones whose number pad has no slash), `1er septembre 1998`. The year has four figures, from 1900 to 2100.
 */
export function frenchDate(
  bounds: { readonly from?: Temporal.PlainDate; readonly to?: Temporal.PlainDate } = {},
): z.ZodType<Temporal.PlainDate, string> {
  return textCheck((text) => {
    const read = readDate(text);
    if (!read.ok) return read;
    const { from, to } = bounds;
    if (from !== undefined && Temporal.PlainDate.compare(read.value, from) < 0)
      return refuse(texts.checks.dateFrom(from));
    if (to !== undefined && Temporal.PlainDate.compare(read.value, to) > 0) return refuse(texts.checks.dateTo(to));
    return read;
  }, numericDay);
}

function readDate(text: string): Result<Temporal.PlainDate, string> {
  const iso = ISO.exec(text);
  const parts = iso === null ? (EIGHT_FIGURES.exec(text) ?? WRITTEN.exec(text)) : [text, iso[3], iso[2], iso[1]];
  if (parts === null) return refuse(texts.checks.dateUnreadable);
  const [, first = '', second = '', last = ''] = parts;
  const month = /^\d/.test(second) ? Number(second) : monthOfName(second);
  if (month === null) return refuse(texts.checks.monthUnknown(second));
  if (last.length !== 4) return refuse(texts.checks.yearOfFourFigures);
  const [day, year] = [Number(first), Number(last)];
  if (month < 1 || month > 12) return refuse(texts.checks.monthOutOfRange(month));
  if (year < 1900 || year > 2100) return refuse(texts.checks.yearOutOfRange(last));
  try {
    return ok(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }));
  } catch {
    return refuse(texts.checks.noSuchDay(day, month, year));
  }
}
