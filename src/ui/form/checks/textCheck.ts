import { z } from 'zod';
import type { Result } from '../../../platform/result.ts';

/** A check that reads a text into a value or says what to correct, and that can write the value back as it is typed. */
export function textCheck<Value>(
  read: (text: string) => Result<Value, string>,
  write: (value: Value) => string,
): z.ZodType<Value, string> {
  return z.codec(z.string(), z.custom<Value>(), {
    decode: (text, payload) => {
      const result = read(text);
      if (result.ok) return result.value;
      payload.issues.push({ code: 'custom', message: result.error, input: text });
      return z.NEVER;
    },
    encode: write,
  });
}

/** A text kept as text, once corrected. */
export function textOnly(read: (text: string) => Result<string, string>): z.ZodType<string, string> {
  return textCheck(read, (text) => text);
}
