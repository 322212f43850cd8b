import type { z } from 'zod';
import { ok, type Result, refuse } from '../../../platform/result.ts';
import { markInWords } from '../../french.ts';
import { texts } from '../../texts.ts';
import { textCheck } from './textCheck.ts';

const MARK = /^(\d{1,2})(?:[.,](\d{1,2}))?(?:\s*\/\s*20)?$/;

/** A mark from 0 to 20 by half points, with a comma or a point: `10,5` gives the whole number 21 (half points). */
export function halfPointMark(): z.ZodType<number, string> {
  return textCheck(halfPointsIn, markInWords);
}

/** The same of a bare text, with the sentence that says what is wrong with it. */
export function halfPointsIn(text: string): Result<number, string> {
  const parts = MARK.exec(text);
  if (parts === null) return refuse(texts.checks.markUnreadable);
  const hundredths = Number((parts[2] ?? '').padEnd(2, '0'));
  if (hundredths % 50 !== 0) return refuse(texts.checks.markByHalfPoints);
  const halfPoints = Number(parts[1]) * 2 + hundredths / 50;
  return halfPoints > 40 ? refuse(texts.checks.markOutOfRange) : ok(halfPoints);
}

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
