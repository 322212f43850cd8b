import type { z } from 'zod';
import { numericDay } from '../../../platform/french/dates.ts';
import { ok, type Result, refuse } from '../../../platform/result.ts';
import { type DayFault, readDay } from '../../device/readDay.ts';
import { texts } from '../../texts.ts';
import { textCheck } from './textCheck.ts';

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
  const read = readDay(text);
  return read.ok ? ok(Temporal.PlainDate.from(read.value)) : refuse(inWords(read.error));
}

function inWords(fault: DayFault): string {
  switch (fault.code) {
    case 'unreadable':
      return texts.checks.dateUnreadable;
    case 'year-of-four-figures':
      return texts.checks.yearOfFourFigures;
    case 'month-unknown':
      return texts.checks.monthUnknown(fault.word);
    case 'month-out-of-range':
      return texts.checks.monthOutOfRange(fault.month);
    case 'year-out-of-range':
      return texts.checks.yearOutOfRange(fault.year);
    case 'no-such-day':
      return texts.checks.noSuchDay(fault.day, fault.month, fault.year);
  }
}
