import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Condition, Day, WallClock } from '../../catalogue/index.ts';
import { Mark, QuestionDay, QuestionInstant } from '../../simulation/index.ts';
import { type Control, controlOf, isVerbatim, keysOf, mostOf, shapeOf, valuesOf } from './shape.ts';

const text = z.string();

describe('How a value is given in a form', () => {
  it.each<readonly [Control, z.ZodType]>([
    ['condition', Condition],
    ['moment', WallClock],
    ['day', Day],
    ['day', QuestionDay],
    ['instant', QuestionInstant],
    ['line', Mark],
    ['line', text],
    ['line', z.email()],
    ['number', z.int()],
    ['yesNo', z.boolean()],
    ['choice', z.enum(['a', 'b'])],
    ['tick', z.literal(true)],
    ['choice', z.literal('Europe/Paris')],
    ['choice', z.literal([3, 4])],
    ['group', z.strictObject({ a: text })],
    ['lines', z.array(text)],
    ['ticks', z.array(z.enum(['a', 'b']))],
    ['list', z.array(z.strictObject({ a: text }))],
    ['lines', z.array(text.optional())],
    ['yaml', z.array(z.int())],
    ['yaml', z.array(z.array(text))],
    ['yaml', z.record(text, text)],
    ['yaml', z.tuple([z.int(), z.int()])],
  ])('is a %s for what its schema says', (control, schema) => {
    expect(controlOf(schema)).toBe(control);
  });
});

describe('What an empty field writes', () => {
  it.each([
    ['is nothing where it is asked for', text, { empty: 'required', nullable: false, fallback: undefined }],
    ['is no key where it may be left out', text.optional(), { empty: 'absent', nullable: false, fallback: undefined }],
    ['is null where the schema has it', text.nullable(), { empty: 'null', nullable: true, fallback: undefined }],
    [
      'is no key where it has a value without it',
      text.default('x'),
      { empty: 'absent', nullable: false, fallback: 'x' },
    ],
    [
      'is no key though null may be written',
      text.nullable().default(null),
      { empty: 'absent', nullable: true, fallback: null },
    ],
    ['is no key, null inside', text.nullable().optional(), { empty: 'absent', nullable: true, fallback: undefined }],
  ])('%s', (_, schema, shape) => {
    expect(shapeOf(schema)).toEqual({ schema: text, ...shape });
  });
});

describe('The values of a choice', () => {
  it('are those of its schema, as the file writes them', () => {
    expect(valuesOf(z.enum(['b', 'a']))).toEqual(['b', 'a']);
    expect(valuesOf(z.literal([3, 'x', true, null]))).toEqual([3, 'x']);
    expect(valuesOf(z.array(z.enum(['b', 'a']).optional()))).toEqual(['b', 'a']);
    expect(valuesOf(z.array(z.literal([3, 4])))).toEqual([3, 4]);
    expect(valuesOf(text)).toEqual([]);
  });
});

describe('What is written for machines', () => {
  it('is what has a shape of its own; words have none', () => {
    expect([z.email(), z.url(), z.string().regex(/^a$/), z.string().min(1).regex(/^a$/)].map(isVerbatim)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([text, z.string().trim().min(1), z.int(), z.boolean()].map(isVerbatim)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('The items of a list', () => {
  it('are as many as its schema takes, a hundred where it names none', () => {
    expect(mostOf(z.array(text).min(1).max(7))).toBe(7);
    expect(mostOf(z.array(text).min(1))).toBe(100);
    expect(mostOf(z.array(text))).toBe(100);
  });
  it('have the keys of what stands in it', () => {
    expect(Object.keys(keysOf(z.array(z.strictObject({ b: text, a: text }).optional())))).toEqual(['b', 'a']);
    expect(Object.keys(keysOf(z.strictObject({ a: text })))).toEqual(['a']);
    expect(keysOf(z.array(text))).toEqual({});
    expect(keysOf(text)).toEqual({});
  });
});
