import * as z from 'zod';
import { Condition, Day, WallClock } from '../../catalogue/index.ts';
import { Mark, QuestionDay, QuestionInstant } from '../../simulation/index.ts';

type Schema = z.core.$ZodType;

/** What a schema asks for, and whether it may be left out. */
export type Shape = {
  readonly schema: Schema;
  /** What an empty field writes: `null`, no key at all, or nothing, because it is asked for. */
  readonly empty: 'null' | 'absent' | 'required';
  /** May it be `null`? */
  readonly nullable: boolean;
  /** Without the key. */
  readonly fallback: unknown;
};

/** How a value is given in a form. */
export type Control =
  | 'line'
  | 'lines'
  | 'number'
  | 'yesNo'
  | 'tick'
  | 'choice'
  | 'ticks'
  | 'moment'
  | 'instant'
  | 'day'
  | 'condition'
  | 'group'
  | 'list'
  | 'yaml';

export function shapeOf(schema: Schema): Shape {
  if (schema instanceof z.core.$ZodOptional) return { ...shapeOf(schema._zod.def.innerType), empty: 'absent' };
  if (schema instanceof z.core.$ZodDefault)
    return { ...shapeOf(schema._zod.def.innerType), empty: 'absent', fallback: schema._zod.def.defaultValue };
  if (schema instanceof z.core.$ZodNullable)
    return { ...shapeOf(schema._zod.def.innerType), empty: 'null', nullable: true };
  return { schema, empty: 'required', nullable: false, fallback: undefined };
}

export function controlOf(schema: Schema): Control {
  if (schema === Condition) return 'condition';
  if (schema === WallClock) return 'moment';
  if (schema === Day || schema === QuestionDay) return 'day';
  if (schema === QuestionInstant) return 'instant';
  if (schema === Mark) return 'line';
  if (schema instanceof z.core.$ZodString) return 'line';
  if (schema instanceof z.core.$ZodNumber) return 'number';
  if (schema instanceof z.core.$ZodBoolean) return 'yesNo';
  if (schema instanceof z.core.$ZodEnum) return 'choice';
  if (schema instanceof z.core.$ZodLiteral) return schema._zod.def.values[0] === true ? 'tick' : 'choice';
  if (schema instanceof z.core.$ZodObject) return 'group';
  if (!(schema instanceof z.core.$ZodArray)) return 'yaml';
  const item = controlOf(shapeOf(schema._zod.def.element).schema);
  return ITEMS[item] ?? 'yaml';
}

const ITEMS: Partial<Readonly<Record<Control, Control>>> = { line: 'lines', choice: 'ticks', group: 'list' };

/** The values that a choice may take, as the file writes them. */
export function valuesOf(schema: Schema): readonly (string | number)[] {
  if (schema instanceof z.core.$ZodEnum) return Object.values(schema._zod.def.entries);
  if (schema instanceof z.core.$ZodLiteral)
    return schema._zod.def.values.filter((one) => typeof one === 'string' || typeof one === 'number');
  return schema instanceof z.core.$ZodArray ? valuesOf(shapeOf(schema._zod.def.element).schema) : [];
}

/** Is it written for machines, so that its spaces are left as they are? */
export function isVerbatim(schema: Schema): boolean {
  if (schema instanceof z.core.$ZodStringFormat) return true;
  return schema._zod.def.checks?.some((one) => one instanceof z.core.$ZodCheckRegex) === true;
}

/** The most items that a list takes. */
export function mostOf(schema: Schema): number {
  const found = schema._zod.def.checks?.find((one) => one instanceof z.core.$ZodCheckMaxLength);
  return found === undefined ? MOST_ITEMS : found._zod.def.maximum;
}

/** More are changed in the file: a page shows no more. */
const MOST_ITEMS = 100;

/** The schemas of the keys of a group, or of an item of a list. */
export function keysOf(schema: Schema): Readonly<Record<string, Schema>> {
  if (schema instanceof z.core.$ZodObject) return schema._zod.def.shape;
  return schema instanceof z.core.$ZodArray ? keysOf(shapeOf(schema._zod.def.element).schema) : {};
}
