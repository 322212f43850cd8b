import { AS_WRITTEN } from '../../platform/http/visit.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { texts } from '../texts.ts';
import { cleanList, cleanText, redisplayable } from './clean.ts';
import type { Field, Values } from './field.ts';
import type { Rule } from './rules.ts';
import type { Fault, FormState, Typed } from './state.ts';

/** The fields of a request's form: strings, lists where a name comes several times. Nothing in it is trusted. */
export type Body = Readonly<Record<string, unknown>>;

/** What is ticked in a list, or named in one hidden field with spaces between: each once. */
export function tickedIn(body: Body, name: string): readonly string[] {
  const named = [body[name]].flat().flatMap((one) => (typeof one === 'string' ? one.split(' ') : []));
  return [...new Set(named)].filter((one) => one !== '');
}

/**
 * Reads a form. Gives the typed values, or everything that is to be corrected, in the order of the fields, with what was
 * typed so that the form can be shown again. Names that no field declares are ignored. A rule between fields is looked at
 * when all the fields it needs are good.
 */
export function parseForm<const Fields extends readonly Field[]>(
  fields: Fields,
  body: Body,
  rules: readonly Rule<Values<Fields>>[] = [],
): Result<Values<Fields>, FormState> {
  const values: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const field of fields) {
    const read = readField(field, body);
    if (read.ok) values[field.name] = read.value;
    else faults.push({ field: field.name, message: read.error });
  }
  const faulty = new Set(faults.map((fault) => fault.field));
  for (const rule of rules) {
    if (rule.needs.some((name) => faulty.has(name))) continue;
    const fault = rule.look(values as Values<Fields>);
    if (fault !== null) faults.push(fault);
  }
  if (faults.length > 0) return refuse({ typed: typedIn(fields, body), faults: inOrder(fields, faults) });
  return ok(values as Values<Fields>);
}

/** The form as it was typed, nothing said against it yet: something else than a field refused it (`withFault`). */
export function typedForm(fields: readonly Field[], body: Body): FormState {
  return { typed: typedIn(fields, body), faults: [] };
}

/** What was typed, to show a form again, and whether its words are wanted as they are. Never a password. */
export function typedIn(fields: readonly Field[], body: Body): Typed {
  const typed: Record<string, string | readonly string[]> = Object.hasOwn(body, AS_WRITTEN)
    ? { [AS_WRITTEN]: 'oui' }
    : {};
  for (const field of fields) {
    if (field.control === 'password' || !Object.hasOwn(body, field.name)) continue;
    const raw = body[field.name];
    const several = Array.isArray(raw) && field.control === 'checkboxes';
    typed[field.name] = several ? raw.slice(0, 200).map((one) => redisplayable(one, field)) : redisplayable(raw, field);
  }
  return typed;
}

function readField(field: Field, body: Body): Result<unknown, string> {
  const raw = Object.hasOwn(body, field.name) ? body[field.name] : undefined;
  if (field.control === 'checkboxes') {
    const list = cleanList(raw);
    if (!list.ok) return list;
    return list.value.length === 0 && !field.optional ? refuse(field.missing) : checked(field, list.value);
  }
  const text = cleanText(raw, field);
  if (!text.ok) return text;
  if (field.control === 'checkbox')
    return text.value === '' && !field.optional ? refuse(field.missing) : checked(field, text.value !== '');
  if (text.value === '') return field.optional ? ok(null) : refuse(field.missing);
  return checked(field, text.value);
}

function checked(field: Field, input: unknown): Result<unknown, string> {
  // The sentence of a check that has none of its own (plain `z.string().max(5)`): never zod's English one.
  const result = field.check.safeParse(input, { error: () => texts.form.notUnderstood(field.label) });
  if (result.success) return ok(result.data);
  return refuse(result.error.issues[0]?.message ?? texts.form.notUnderstood(field.label));
}

function inOrder(fields: readonly Field[], faults: readonly Fault[]): readonly Fault[] {
  const rank = (fault: Fault): number => fields.findIndex((field) => field.name === fault.field);
  const seen = new Set<string | null>();
  return faults
    .toSorted((a, b) => rank(a) - rank(b))
    .filter((fault) => fault.field === null || (!seen.has(fault.field) && seen.add(fault.field) !== undefined));
}
