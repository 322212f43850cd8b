import { z } from 'zod';
import { ok, refuse } from '../../../platform/result.ts';
import { texts } from '../../texts.ts';
import type { Option } from '../field.ts';
import { textCheck } from './textCheck.ts';

/** One of the options that can be chosen; anything else was not offered. */
export function oneOf<const Value extends string>(options: readonly Option<Value>[]): z.ZodType<Value, string> {
  return textCheck(
    (text) => {
      const chosen = options.find((option) => option.value === text);
      return chosen === undefined || chosen.disabled === true ? refuse(texts.checks.notOffered) : ok(chosen.value);
    },
    (value) => value,
  );
}

/** Any number of the options, in their order; for `checkboxes`. */
export function someOf<const Value extends string>(options: readonly Option<Value>[]): z.ZodType<readonly Value[]> {
  return z
    .array(oneOf(options))
    .readonly()
    .refine((values) => new Set(values).size === values.length, { error: texts.checks.notOffered });
}

export const yesNoOptions = [
  { value: 'oui', label: texts.yes },
  { value: 'non', label: texts.no },
] as const satisfies readonly Option[];

/** `Oui` or `Non` as a boolean, with `yesNoOptions`. */
export function yesNo(): z.ZodType<boolean, string> {
  return textCheck(
    (text) => (text === 'oui' ? ok(true) : text === 'non' ? ok(false) : refuse(texts.checks.notOffered)),
    (value) => (value ? 'oui' : 'non'),
  );
}

/** A box that must be ticked; the field's `missing` says why. */
export function ticked(): z.ZodType<true> {
  return z.literal(true);
}

/** A box that may be ticked or not (declare the field `optional`). */
export function tickedOrNot(): z.ZodType<boolean> {
  return z.boolean();
}
