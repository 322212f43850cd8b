import * as z from 'zod';
import { LONGEST, YEARS } from './budgets.ts';
import { texts } from './texts.ts';

/** The sorts of things that a question is made of, each with its budget. */

/** A code of the pack: of a session, a speciality, a unit… */
export function code(name: string): z.ZodString {
  return z.string({ error: texts.required(name) }).max(LONGEST.code, { error: texts.tooLong(LONGEST.code) });
}

export function list<Shape extends z.ZodRawShape>(
  name: string,
  most: number,
  shape: Shape,
): z.ZodArray<z.ZodObject<Shape>> {
  return z.array(z.object(shape), { error: texts.required(name) }).max(most);
}

export const Day = z
  .string({ error: texts.day })
  .max(LONGEST.day)
  .transform((typed, context): Temporal.PlainDate => {
    try {
      const day = Temporal.PlainDate.from(typed);
      if (day.toString() === typed && isWithinYears(day.year)) return day;
    } catch {
      // Said below.
    }
    context.addIssue({ code: 'custom', message: texts.day });
    return z.NEVER;
  });

export const Instant = z
  .string({ error: texts.instant })
  .max(LONGEST.instant)
  .transform((typed, context): Temporal.Instant => {
    try {
      const instant = Temporal.Instant.from(typed);
      if (isWithinYears(instant.toZonedDateTimeISO('UTC').year)) return instant;
    } catch {
      // Said below.
    }
    context.addIssue({ code: 'custom', message: texts.instant });
    return z.NEVER;
  });

function isWithinYears(year: number): boolean {
  return year >= YEARS.first && year <= YEARS.last;
}
