import type { Field } from './field.ts';

/** The field drawn without « (facultatif) », where that would be half true and the hint says when it is needed. */
export function unmarked(field: Field): Field {
  return { ...field, optional: false };
}
