import type { z } from 'zod';

export type Control =
  | 'text'
  | 'email'
  | 'tel'
  | 'password'
  | 'date'
  | 'number'
  | 'select'
  | 'radio'
  | 'textarea'
  | 'checkbox'
  | 'checkboxes';

export type Option<Value extends string = string> = {
  readonly value: Value;
  readonly label: string;
  /** Explanation under the label (radio, checkboxes, choice cards). */
  readonly hint?: string;
  /** Heading under which a select lists it. */
  readonly group?: string;
  /** Shown, but cannot be chosen: say why in `hint`. */
  readonly disabled?: boolean;
};

/** What every field says of itself, apart from its value. */
type Looks<Name extends string> = {
  readonly name: Name;
  readonly label: string;
  readonly control: Control;
  readonly hint?: string;
  /** Printed after « Exemple : ». */
  readonly example?: string;
  /** Token of the HTML standard, so that browsers and password managers can help: `given-name`, `postal-code` … */
  readonly autocomplete?: string;
  readonly inputMode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'text';
  /** Characters expected: the field is drawn that wide. */
  readonly width?: number;
  /** Characters that a search takes at most; who writes answers is told when there are too many, and loses none. */
  readonly most?: number;
  /** Lines of a textarea. */
  readonly rows?: number;
  readonly options?: readonly Option[];
  /** Of a text: what is offered while it is typed; anything else may be. */
  readonly suggestions?: readonly string[];
  /** The label of its line in a summary, where it isn't the question; null: another line says it. */
  readonly line?: string | null;
};

/**
 * One field of a form, from which everything follows: the control, the check, the error, the summary line and the PDF line.
 * `Value` is what `parseForm` gives for it.
 */
export type Field<Name extends string = string, Value = unknown> = Looks<Name> & {
  readonly optional: boolean;
  /** « Indiquez votre nom de famille. » Empty for the optional. */
  readonly missing: string;
  /** Receives the cleaned text; a boolean for a checkbox; a list of strings for checkboxes. */
  readonly check: z.ZodType<Value>;
  /** The value as it reads in a summary or a PDF, where it isn't what is typed. */
  show?(value: NonNullable<Value>): string;
};

export type ValueOf<F> = F extends Field<string, infer Value> ? Value : never;

/** The values of a list of fields, by name. An optional field left empty is null; unticked boxes are false, or []. */
export type Values<Fields extends readonly Field[]> = { readonly [F in Fields[number] as F['name']]: ValueOf<F> };

type Declared<Name extends string, Value> = Looks<Name> & {
  readonly check: z.ZodType<Value>;
  readonly show?: (value: NonNullable<Value>) => string;
};
type Ticks = { readonly control: 'checkbox' | 'checkboxes' };

/**
 * Declares a field. A field that isn't optional says what to do when it is left empty (`missing`).
 *
 *     const birthName = defineField({
 *       name: 'birthName', label: 'Nom de famille', hint: '(Nom de naissance)', control: 'text',
 *       autocomplete: 'family-name', missing: 'Indiquez votre nom de famille.', check: personName(),
 *     });
 */
export function defineField<const Name extends string, Value>(
  declared: Declared<Name, Value> &
    Ticks &
    ({ readonly optional: true } | { readonly optional?: false; readonly missing: string }),
): Field<Name, Value>;
export function defineField<const Name extends string, Value>(
  declared: Declared<Name, Value> & { readonly optional: true },
): Field<Name, Value | null>;
export function defineField<const Name extends string, Value>(
  declared: Declared<Name, Value> & { readonly optional?: false; readonly missing: string },
): Field<Name, Value>;
export function defineField<Name extends string, Value>(
  declared: Declared<Name, Value> & { readonly optional?: boolean; readonly missing?: string },
): Field<Name, Value | null> {
  return { ...declared, optional: declared.optional ?? false, missing: declared.missing ?? '' };
}

/** A file to choose. Its content is read by the route; `parseForm` does not see it. */
export type FileField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What the chooser offers: `image/jpeg`, `.jpg`. */
  readonly accept: readonly string[];
  /** Formats and size in plain words, next to the button. */
  readonly limits: string;
  readonly multiple?: boolean;
  /** Opens the camera at once on phones; only ever beside a plain field. */
  readonly capture?: 'environment';
};

export function defineFileField(declared: FileField): FileField {
  return declared;
}
