import type { z } from 'zod';
import { markInWords } from '../../../platform/french/french.ts';
import { ok, type Result, refuse } from '../../../platform/result.ts';
import { type MarkFault, readMark } from '../../device/readMark.ts';
import { texts } from '../../texts.ts';
import { textCheck } from './textCheck.ts';

/** A mark from 0 to 20 by half points, with a comma or a point: `10,5` gives the whole number 21 (half points). */
export function halfPointMark(): z.ZodType<number, string> {
  return textCheck(halfPointsIn, markInWords);
}

/** The same of a bare text, with the sentence that says what is wrong with it. */
export function halfPointsIn(text: string): Result<number, string> {
  const read = readMark(text);
  return read.ok ? read : refuse(MARK_FAULTS[read.error]);
}

const MARK_FAULTS: Readonly<Record<MarkFault, string>> = {
  unreadable: texts.checks.markUnreadable,
  'by-half-points': texts.checks.markByHalfPoints,
  'out-of-range': texts.checks.markOutOfRange,
};

/** A whole number between two bounds, both included. */
export function wholeNumberBetween(min: number, max: number): z.ZodType<number, string> {
  return textCheck((text) => {
    const bare = text.replaceAll(' ', '');
    if (!/^-?\d{1,15}$/.test(bare)) return refuse(texts.checks.wholeNumber);
    const value = Number(bare) + 0;
    return value < min || value > max ? refuse(texts.checks.numberBetween(min, max)) : ok(value);
  }, String);
}

/** Free text over several lines, in any script, of at most `max` characters. */
export function freeText(max = 2000): z.ZodType<string, string> {
  return textCheck(
    (text) => ([...text].length > max ? refuse(texts.checks.tooLong(max)) : ok(text)),
    (text) => text,
  );
}
