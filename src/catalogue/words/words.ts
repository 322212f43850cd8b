import type { Condition } from '../schema/condition.ts';

/**
 * What a person reads of a field of the rules: its name, its help, its answers. One table a thing, which the compiler holds to
 * its schema: a field without words does not compile. The forms of the editor, the names of differences and the description of
 * the format derive from schema and words; the order of a table is that of its form.
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

/** The words of one kind of thing. */
export type EntryWords<T> = {
  readonly article: Article;
  /** « session », « sessions » */
  readonly counted: readonly [one: string, several: string];
  /** The parts of its form, each from one field to the next that begins one. */
  readonly parts: readonly { readonly legend: string; readonly help?: string; readonly from: keyof T & string }[];
  readonly fields: Fields<T>;
};

/** The words of any field, whatever its type. */
export type AnyWords =
  | string
  | (Looks & {
      readonly options?: Readonly<Record<string, Choice>>;
      readonly article?: Article;
      readonly one?: string;
      readonly fields?: Readonly<Record<string, AnyWords>>;
    });
export type AnyEntryWords = Pick<EntryWords<Record<string, string>>, 'article' | 'counted' | 'parts'> & {
  readonly fields: Readonly<Record<string, AnyWords>>;
};

/** A field that has nothing but its name is written as that. */
export function looksOf(words: AnyWords | undefined): Exclude<AnyWords, string> {
  return typeof words === 'object' ? words : { label: words ?? '' };
}
