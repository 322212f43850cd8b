import type { z } from 'zod';
import { ok, refuse } from '../../platform/result.ts';
import { inParis, instantOfWallClock } from '../../platform/time.ts';
import { textCheck, textOnly } from '../../ui/index.ts';
import { isoMinute, readDay, readMoment, typedDay, typedMoment } from '../rules/moments.ts';
import { yamlOf } from '../rules/yamlEdit.ts';
import { readTree } from '../rules/yamlTree.ts';
import { texts } from '../texts/forms.ts';

const LONGEST_LINE = 500;

type Checks = Readonly<Record<'line' | 'moment' | 'instant' | 'day', z.ZodType<string, string>>> & {
  readonly wholeNumber: z.ZodType<number, string>;
  readonly yaml: z.ZodType<unknown, string>;
};

/** What may be typed in the field of that name: its faults name it. */
export function checksOf(label: string): Checks {
  const wrong = (fault: string) => refuse(texts.inField(label, fault));
  const faults = texts.momentFaults;
  return {
    line: textOnly((line) => ([...line].length > LONGEST_LINE ? wrong(texts.tooLong(LONGEST_LINE)) : ok(line))),
    wholeNumber: textCheck((typed) => (/^\d{1,6}$/.test(typed) ? ok(Number(typed)) : wrong(texts.wholeNumber)), String),
    moment: textCheck((typed) => {
      const read = readMoment(typed);
      return read.ok ? read : wrong(faults[read.error]);
    }, typedMoment),
    /** A wall clock that is one instant in Paris. */
    instant: textCheck((typed) => {
      const read = readMoment(typed);
      if (!read.ok) return wrong(faults[read.error]);
      return instantOfWallClock(read.value).ok ? read : wrong(faults['changed-clock']);
    }, typedMoment),
    day: textCheck((typed) => {
      const read = readDay(typed);
      return read.ok ? read : wrong(read.error === 'no-such-day' ? faults['no-such-day'] : texts.dayFault);
    }, typedDay),
    yaml: textCheck<unknown>((typed) => {
      const tree = readTree(typed);
      return tree === undefined || typeof tree === 'string' ? wrong(texts.yaml) : ok(tree);
    }, yamlOf),
  };
}

/** `2023-11-15T10:00:00+01:00` as the clocks of Paris show it. */
export function wallClockOf(instant: string): string {
  try {
    return isoMinute(inParis(Temporal.Instant.from(instant)).toPlainDateTime());
  } catch {
    return instant;
  }
}

export function instantOf(wallClock: unknown): string | undefined {
  const read = typeof wallClock === 'string' ? instantOfWallClock(wallClock) : null;
  return read?.ok === true
    ? inParis(read.value).toString({ smallestUnit: 'second', timeZoneName: 'never' })
    : undefined;
}
