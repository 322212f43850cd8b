import * as z from 'zod';
import type { Condition } from './condition.ts';

/**
 * What a person reads of a field of the rules: its name, its help, its answers. They stand beside its schema (`field`), and the
 * compiler holds them to it: a field without words does not compile. The forms of the editor, the names of differences and the
 * description of the format derive from both.
 */
export type Looks = {
  readonly label: string;
  readonly help?: string;
  readonly example?: string;
  /** Drawn on so many lines. */
  readonly rows?: number;
  /** Characters expected. */
  readonly width?: number;
  /** Given once, when the thing is made. */
  readonly fixed?: true;
  /** How many changed: « coefficient », « coefficients ». */
  readonly counted?: readonly [one: string, several: string];
};

/** Before the name of one of them: « un motif », « une unité ». */
type Article = 'un' | 'une';

export type Choice = string | { readonly label: string; readonly hint: string };
type Choices<V> = { readonly [Name in `${V & (string | number)}`]: Choice };
type Named = string | Looks;

type IsOpen<V> = string extends V ? true : number extends V ? true : false;

/** The words of a value of that type. */
export type WordsOf<T> = [NonNullable<T>] extends [infer V]
  ? [V] extends [Condition]
    ? Named
    : [V] extends [boolean]
      ? Named | (Looks & { readonly options: Choices<'oui' | 'non'> })
      : [V] extends [string | number]
        ? IsOpen<V> extends true
          ? Named
          : Looks & { readonly options: Choices<V> }
        : [V] extends [readonly (infer Item)[]]
          ? WordsOfList<V, Item>
          : string extends keyof V
            ? Named
            : Looks & { readonly fields: Fields<V> }
  : never;

type WordsOfList<List, Item> = number extends (List & readonly unknown[])['length']
  ? [Item] extends [string | number]
    ? IsOpen<Item> extends true
      ? Named
      : Looks & { readonly options: Choices<Item> }
    : Looks & { readonly article: Article; readonly one: string; readonly fields: Fields<Item> }
  : Named;

export type Fields<T> = { readonly [Key in keyof T]-?: WordsOf<T[Key]> };

/** The words of one kind of thing, whose keys these are. */
type ThingWords<Key extends string = string> = {
  readonly article: Article;
  /** « session », « sessions » */
  readonly counted: readonly [one: string, several: string];
  /** The parts of its form, each from one field to the next that begins one. */
  readonly parts: readonly { readonly legend: string; readonly help?: string; readonly from: Key }[];
};

/** The words of any field, whatever its type. */
export type AnyWords =
  | string
  | (Looks & {
      readonly options?: Readonly<Record<string, Choice>>;
      readonly article?: Article;
      readonly one?: string;
      readonly fields?: AllWords;
    });
type AllWords = Readonly<Record<string, AnyWords>>;
export type AnyEntryWords = ThingWords & { readonly fields: AllWords };

/** A field that has nothing but its name is written as that. */
export function looksOf(words: AnyWords | undefined): Exclude<AnyWords, string> {
  return typeof words === 'object' ? words : { label: words ?? '' };
}

export type Field<Schema extends z.ZodType = z.ZodType> = { readonly schema: Schema; readonly words: AnyWords };
type Declared = Readonly<Record<string, Field>>;
type ObjectOf<Keys extends Declared> = z.ZodObject<
  { -readonly [Key in keyof Keys]: Keys[Key]['schema'] },
  z.core.$strict
>;

/** The words of a value of that type but for those of its own keys, which its schema has already. */
type OuterWords<T> =
  WordsOf<T> extends infer Words
    ? Words extends { readonly article: Article; readonly fields: unknown }
      ? Omit<Words, 'fields'>
      : Words extends { readonly fields: unknown }
        ? Named
        : Words
    : never;

/** What a key of a file holds, and what a person reads of it. */
export function field<Schema extends z.ZodType>(schema: Schema, words: OuterWords<z.infer<Schema>>): Field<Schema>;
export function field(schema: z.ZodType, words: AnyWords): Field {
  return { schema, words };
}

const WORDS = new WeakMap<z.core.$ZodType, AllWords>();
const THINGS = new WeakMap<z.core.$ZodType, ThingWords>();

/** The keys of a group, in the order of the file; `first`: those that its form asks before the others, in another order. */
export function fields<Keys extends Declared>(keys: Keys, first?: readonly (keyof Keys & string)[]): ObjectOf<Keys>;
export function fields(keys: Declared, first: readonly string[] = []): z.ZodObject {
  const known = Object.entries(keys);
  const schema = z.strictObject(Object.fromEntries(known.map(([key, one]) => [key, one.schema])));
  const rank = (key: string): number => (first.includes(key) ? first.indexOf(key) : first.length);
  const asked = known.toSorted(([one], [other]) => rank(one) - rank(other));
  WORDS.set(schema, Object.fromEntries(asked.map(([key, one]) => [key, wholeWords(one)])));
  return schema;
}

function wholeWords({ schema, words }: Field): AnyWords {
  const inner = innermost(schema);
  return inner instanceof z.core.$ZodObject ? { ...looksOf(words), fields: wordsIn(inner) } : words;
}

/** The words of the keys of a group, in the order of its form. */
export function wordsIn(schema: z.core.$ZodType): AllWords {
  const words = WORDS.get(schema);
  if (words === undefined) throw new Error('A group of the rules was made without words: see `fields`');
  return words;
}

/** A kind of thing that a pack holds: how it is called, the parts of its form, then its keys as `fields` takes them. */
export function thing<Keys extends Declared>(
  words: ThingWords<keyof Keys & string>,
  keys: Keys,
  first?: readonly (keyof Keys & string)[],
): ObjectOf<Keys> {
  const schema = fields(keys, first);
  THINGS.set(schema, words);
  return schema;
}

export function wordsOfThing(schema: z.core.$ZodType): AnyEntryWords {
  const words = THINGS.get(schema);
  if (words === undefined) throw new Error('A kind of thing was made without words: see `thing`');
  return { ...words, fields: wordsIn(schema) };
}

/** What a value, or each item of a list, is whether it may be left out or not. */
function innermost(schema: z.core.$ZodType): z.core.$ZodType {
  if (
    schema instanceof z.core.$ZodOptional ||
    schema instanceof z.core.$ZodDefault ||
    schema instanceof z.core.$ZodNullable
  )
    return innermost(schema._zod.def.innerType);
  return schema instanceof z.core.$ZodArray ? innermost(schema._zod.def.element) : schema;
}
