import { z } from 'zod';
import { ok, type Result, refuse } from '../../platform/result.ts';
import {
  type Body,
  type Field,
  type FormState,
  formOf,
  parseForm,
  type Rule,
  type Typed,
  textCheck,
} from '../../ui/index.ts';
import type { StepAnswers } from '../enrolment.ts';

/** What a step gives when it is read: its value, and its answers in the one way they are kept. */
export type Read<Value> = Result<{ readonly value: Value; readonly answers: StepAnswers }, FormState>;

/** The values of a form whose fields depend on what was answered, by field name. */
export type KnownAnswers = Readonly<Record<string, unknown>>;

/** The value that this field gave. Only for fields that were read. */
export function valueIn<Value>(known: KnownAnswers, field: Field<string, Value>): Value {
  // parseForm gives each field what its own check gives: the type is the declaration's.
  return known[field.name] as Value;
}

/** Reads the fields of a step and makes its value of them. */
export function readStep<Value>(
  fields: readonly Field[],
  body: Body,
  rules: readonly Rule<KnownAnswers>[],
  make: (known: KnownAnswers) => Value,
): Read<Value> {
  const read = parseForm(fields, body, rules);
  return read.ok ? ok({ value: make(read.value), answers: answersOf(fields, read.value) }) : read;
}

/** The answers as they are kept: each field as it would be typed, cleaned; nothing for what was left empty. */
function answersOf(fields: readonly Field[], known: KnownAnswers): StepAnswers {
  const { typed } = formOf(fields, known);
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value.length > 0));
}

/** The same check for one of several fields alike: its complaints begin with what they are about, « Emploi 2 : … ». */
export function checkAbout<Value>(what: string, check: z.ZodType<Value, string>): z.ZodType<Value, string> {
  return textCheck<Value>(
    (text) => {
      const read = check.safeParse(text);
      if (read.success) return ok(read.data);
      const message = read.error.issues[0]?.message ?? '';
      return refuse(`${what}\u00a0: ${message.charAt(0).toLowerCase()}${message.slice(1)}`);
    },
    (value) => z.encode(check, value),
  );
}

/** One field's text, wherever it comes from; '' when there is none. */
export function textIn(source: Body | Typed, name: string): string {
  const raw: unknown = Object.hasOwn(source, name) ? source[name] : undefined;
  const first: unknown = Array.isArray(raw) ? raw[0] : raw;
  return typeof first === 'string' ? first.trim() : '';
}
