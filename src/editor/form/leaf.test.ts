import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Day, type Looks, WallClock } from '../../catalogue/index.ts';
import { QuestionInstant } from '../../simulation/index.ts';
import { plainSpaces } from '../../testing/words.ts';
import { type Leaf, leafOf } from './leaf.ts';
import { controlOf, shapeOf } from './shape.ts';

type Said = Looks & { readonly options?: Readonly<Record<string, string | { label: string; hint: string }>> };

/** The field of a schema, asked for in a form of what is there already, unless it is said otherwise. */
function leaf(schema: z.ZodType, words: Partial<Said> = {}, how: { needed?: boolean; fresh?: boolean } = {}): Leaf {
  const shape = shapeOf(schema);
  return leafOf({
    key: 'key',
    name: 'name',
    control: controlOf(shape.schema),
    shape,
    words: { label: 'Nom', ...words },
    order: ['key', 'other'],
    path: ['key'],
    needed: true,
    fresh: false,
    ...how,
  });
}
const text = z.string();
const ab = { options: { a: 'Le A', b: { label: 'Le B', hint: 'Second.' } } };
const OPTIONS = [
  { value: 'a', label: 'Le A' },
  { value: 'b', label: 'Le B', hint: 'Second.' },
];

describe('A field of a form of rules', () => {
  it('looks as its words say', () => {
    const { field, ...rest } = leaf(text, { help: 'Aide.', example: 'Lyon', width: 30 });
    expect(field).toMatchObject({
      name: 'name',
      label: 'Nom',
      hint: 'Aide.',
      example: 'Lyon',
      width: 30,
      control: 'text',
    });
    expect(rest).toMatchObject({ kind: 'leaf', key: 'key', path: ['key'], order: ['key', 'other'], control: 'line' });
    const bare = leaf(text).field;
    expect(bare.width).toBe(48);
    expect('hint' in bare || 'example' in bare).toBe(false);
  });
  it('is optional unless its schema asks for it and what it stands in must be there', () => {
    expect(leaf(text).field.optional).toBe(false);
    expect(leaf(text, {}, { needed: false }).field.optional).toBe(true);
    expect([text.optional(), text.nullable(), text.default('x')].map((one) => leaf(one).field.optional)).toEqual([
      true,
      true,
      true,
    ]);
    expect(leaf(z.literal(true)).field.optional).toBe(true);
    // A list may be empty, unless the schema wants one at least.
    expect(leaf(z.array(text)).field.optional).toBe(true);
    expect(leaf(z.array(text).min(1)).field.optional).toBe(false);
    expect(leaf(z.array(z.enum(['a', 'b'])), ab).field.optional).toBe(true);
  });
  it('says what lacks in the words of its kind', () => {
    const missing = (...of: Parameters<typeof leaf>) => plainSpaces(leaf(...of).field.missing);
    expect(missing(text)).toBe("Le champ « Nom » est vide alors qu'il est obligatoire : remplissez-le.");
    expect(missing(text, { example: 'Lyon' })).toContain('remplissez-le, « Lyon » par exemple.');
    const choice = "« Nom » n'a pas de réponse alors qu'il en faut une : choisissez-la.";
    expect([missing(z.boolean()), missing(z.enum(['a', 'b']), ab), missing(z.array(z.enum(['a', 'b'])), ab)]).toEqual([
      choice,
      choice,
      choice,
    ]);
    const moment = "« Nom » est obligatoire : écrivez le jour et l'heure, 12/10/2023 à 14 h 00 par exemple.";
    expect([missing(WallClock), missing(QuestionInstant)]).toEqual([moment, moment]);
    expect(missing(Day)).toBe('« Nom » est obligatoire : écrivez le jour, 03/06/2024 par exemple.');
    for (const how of [{ needed: false }, { fresh: true }])
      expect(missing(Day, {}, how)).toMatch(/par exemple, ou videz les champs qui vont avec\.$/);
  });
});

describe('What stands in a field, and what it writes', () => {
  it('a line: French spaces, and the file as it is where the words are the same', () => {
    const { shown, write, field } = leaf(text);
    expect([shown(' Coiffure '), shown(12), shown(null), shown(['a'])]).toEqual(['Coiffure', '12', '', '']);
    expect(write('Quoi ?', 'Qui')).toBe('Quoi\u00a0?');
    expect(write('Deux  mots', 'Deux\u00a0mots')).toBe('Deux\u00a0mots');
    expect([write('12', 12), write('13', 12), write(null, 'x'), write(12, 'x')]).toEqual([
      12,
      '13',
      undefined,
      undefined,
    ]);
    expect(write('Autre', 'Une ligne\n')).toBe('Autre\n');
    expect(field.control).toBe('text');
  });
  it('what machines read: as it was typed', () => {
    expect(leaf(z.string().regex(/^.*$/)).write('a : b', 'c')).toBe('a : b');
    expect(leaf(z.url()).write('https://a ?', undefined)).toBe('https://a ?');
  });
  it('a text of several lines: the same only where each line is', () => {
    const { write, field } = leaf(text, { rows: 4 });
    expect(field).toMatchObject({ control: 'textarea', rows: 4 });
    expect(write('Un\nDeux', 'Un \nDeux')).toBe('Un \nDeux');
    expect(write('Un Deux', 'Un\nDeux')).toBe('Un Deux');
    expect(leaf(text).write('Un Deux', 'Un\nDeux')).toBe('Un\nDeux');
    expect(field.check.safeParse('a'.repeat(8000)).success).toBe(true);
    expect(field.check.safeParse('a'.repeat(8001)).success).toBe(false);
  });
  it('a number', () => {
    const { shown, write, field } = leaf(z.int());
    expect([field.control, shown(3), write(4, 3), write(null, 3)]).toEqual(['number', '3', 4, undefined]);
    expect(field.check.safeParse('4').data).toBe(4);
  });
  it('yes or no, and where the source may say nothing, that too', () => {
    const plain = leaf(z.boolean());
    expect(plain.field).toMatchObject({
      control: 'radio',
      options: [
        { value: 'oui', label: 'Oui' },
        { value: 'non', label: 'Non' },
      ],
    });
    expect([true, false, null, undefined, 'oui'].map(plain.shown)).toEqual(['oui', 'non', 'inconnu', '', '']);
    expect(['oui', 'non', 'inconnu', ''].map((typed) => plain.write(typed, undefined))).toEqual([
      true,
      false,
      undefined,
      undefined,
    ]);
    const open = leaf(z.boolean().nullable()).field.options;
    expect(open?.at(-1)).toEqual({ value: 'inconnu', label: "La source n'en dit rien" });
    const own = leaf(z.boolean(), { options: { oui: 'À nous', non: { label: 'À eux', hint: 'Une source.' } } });
    expect(own.field.options).toEqual([
      { value: 'oui', label: 'À nous' },
      { value: 'non', label: 'À eux', hint: 'Une source.' },
    ]);
    expect(own.field.check.safeParse('peut-être').success).toBe(false);
  });
  it('a box that is ticked, or nothing', () => {
    const { shown, write, field } = leaf(z.literal(true).optional());
    expect([field.control, shown(true), shown(undefined), shown('x')]).toEqual(['checkbox', 'oui', '', '']);
    expect([write(true, undefined), write(false, true)]).toEqual([true, undefined]);
    expect([field.check.safeParse(false).success, field.check.safeParse('x').success]).toEqual([true, false]);
  });
  it('a choice: few at once, more in a list to open, the value as the schema has it', () => {
    const few = leaf(z.enum(['a', 'b']), ab);
    expect(few.field).toMatchObject({ control: 'radio', options: OPTIONS });
    expect([few.shown('a'), few.write('b', 'a'), few.write('c', 'a')]).toEqual(['a', 'b', undefined]);
    const of = (count: number): Leaf => {
      const codes = Array.from({ length: count }, (_, index) => `c${index}`);
      return leaf(z.enum(codes), { options: Object.fromEntries(codes.map((code) => [code, code])) });
    };
    expect([of(3).field.control, of(4).field.control]).toEqual(['radio', 'select']);
    const numbers = leaf(z.literal([3, 4]), { options: { '3': 'Trois', '4': 'Quatre' } });
    expect([numbers.shown(3), numbers.write('4', 3)]).toEqual(['3', 4]);
    expect(few.field.check.safeParse('c').success).toBe(false);
  });
  it('boxes: those ticked, in the order of the schema', () => {
    const { shown, write, field } = leaf(z.array(z.enum(['a', 'b'])).min(1), ab);
    expect(field).toMatchObject({ control: 'checkboxes', options: OPTIONS });
    expect([shown(['b']), shown(undefined)]).toEqual([['b'], []]);
    expect([write(['b', 'a'], []), write([], ['a']), write('a', ['a'])]).toEqual([['a', 'b'], undefined, undefined]);
    const numbers = leaf(z.array(z.literal([3, 4])), { options: { '3': 'Trois', '4': 'Quatre' } });
    expect([numbers.shown([4]), numbers.write(['4'], undefined), numbers.write([], [3])]).toEqual([['4'], [4], []]);
  });
  it('a wall clock, an instant, a day', () => {
    const moment = leaf(WallClock);
    expect(moment.field).toMatchObject({ control: 'text', width: 22 });
    expect(plainSpaces(String(moment.shown('2023-10-12T14:00')))).toBe('12/10/2023 à 14 h 00');
    expect([moment.write('2023-10-13T14:00', 'x'), moment.write(null, 'x')]).toEqual(['2023-10-13T14:00', undefined]);
    const day = leaf(Day);
    expect([day.field.width, day.shown('2024-06-03'), day.write('2024-06-04', 'x')]).toEqual([
      12,
      '03/06/2024',
      '2024-06-04',
    ]);
    const instant = leaf(QuestionInstant);
    expect(instant.field.width).toBe(22);
    expect(plainSpaces(String(instant.shown('2023-11-15T10:00:00+01:00')))).toBe('15/11/2023 à 10 h 00');
    // The same instant stays as the file has it.
    expect(instant.write('2023-07-15T10:00', '2023-07-15T08:00:00Z')).toBe('2023-07-15T08:00:00Z');
    expect(instant.write('2023-07-15T11:00', '2023-07-15T08:00:00Z')).toBe('2023-07-15T11:00:00+02:00');
    expect(instant.write(null, '2023-07-15T08:00:00Z')).toBeUndefined();
    for (const { field } of [moment, day, instant]) expect(field.check.safeParse('demain').success).toBe(false);
  });
  it('lines: those that say the same stay as they are, empty ones go', () => {
    const { shown, write, field } = leaf(z.array(text).min(1));
    expect(field).toMatchObject({ control: 'textarea', rows: 3 });
    expect(leaf(z.array(text), { rows: 6 }).field.rows).toBe(6);
    expect([shown(['a', 'b', 3]), shown(undefined)]).toEqual(['a\nb\n3', '']);
    expect(write('Quoi ?\n\n Deux  mots ', ['Deux\u00a0mots'])).toEqual(['Quoi\u00a0?', 'Deux\u00a0mots']);
    expect([write('', ['a']), write(undefined, ['a'])]).toEqual([undefined, undefined]);
    expect(leaf(z.array(text)).write('', ['a'])).toEqual([]);
    expect([z.array(text).optional(), z.array(text).nullable()].map((one) => leaf(one).write('', ['a']))).toEqual([
      undefined,
      undefined,
    ]);
  });
  it('YAML, for what no field can ask', () => {
    const { shown, write, field } = leaf(z.record(text, text), { rows: 5 });
    expect(field).toMatchObject({ control: 'textarea', rows: 5 });
    expect([shown({ a: 'b' }), shown(null), shown(undefined)]).toEqual(['a: b', '', '']);
    expect([write({ a: 'c' }, { a: 'b' }), write(null, { a: 'b' })]).toEqual([{ a: 'c' }, undefined]);
    expect(field.check.safeParse('a: c').data).toEqual({ a: 'c' });
    expect(field.check.safeParse('mot').success).toBe(false);
  });
  it('a value that stands without its key: shown, save in what is being made, and not written', () => {
    const { shown, write } = leaf(z.int().default(15));
    expect([shown(undefined), shown(3), shown(null)]).toEqual(['15', '3', '']);
    expect([write(15, undefined), write(15, 3), write(3, undefined)]).toEqual([undefined, 15, 3]);
    expect(leaf(z.int().default(15), {}, { fresh: true }).shown(undefined)).toBe('');
  });
});
