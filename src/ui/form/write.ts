import { z } from 'zod';
import { texts } from '../texts.ts';
import type { Field, Values } from './field.ts';
import type { FormState, Typed } from './state.ts';

/** A line of a summary or of a paper. */
export type Line = { readonly name: string; readonly label: string; readonly value: string };

/** A form filled with known values, to be changed. */
export function formOf<const Fields extends readonly Field[]>(
  fields: Fields,
  values: Partial<Values<Fields>>,
): FormState {
  const known: Readonly<Record<string, unknown>> = values;
  const typed: Record<string, string | readonly string[]> = {};
  for (const field of fields) {
    const value = known[field.name];
    if (value !== null && value !== undefined && field.control !== 'password')
      typed[field.name] = typedValue(field, value);
  }
  return { typed, faults: [] };
}

/** Every field as a line, in order; « Non renseigné » where nothing was given. Passwords are left out. */
export function linesOf<const Fields extends readonly Field[]>(
  fields: Fields,
  values: Values<Fields>,
): readonly Line[] {
  const known: Readonly<Record<string, unknown>> = values;
  return fields
    .filter((field) => field.control !== 'password' && field.line !== null)
    .map((field) => ({
      name: field.name,
      label: field.line ?? field.label,
      value: showValue(field, known[field.name]),
    }));
}

/** The value in words: the label of an option, « Oui » or « Non », else as it would be typed. */
export function showValue(field: Field, value: unknown): string {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return texts.notGiven;
  if (field.show !== undefined) return field.show(value);
  if (field.control === 'checkbox') return value === false ? texts.no : texts.yes;
  const typed: Typed[string] = typedValue(field, value);
  const labels = [typed].flat().map((item) => field.options?.find((option) => option.value === item)?.label ?? item);
  return labels.join(', ');
}

function typedValue(field: Field, value: unknown): string | readonly string[] {
  if (field.control === 'checkbox') return value === false ? '' : 'oui';
  const encoded = z.encode(field.check, value);
  return Array.isArray(encoded) ? encoded.map(String) : String(encoded);
}
