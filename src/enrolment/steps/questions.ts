import { type Body, type Field, linesOf, type Rule, type Typed, type Values } from '../../ui/index.ts';
import { type KnownAnswers, type Read, readStep } from './reading.ts';
import type { SummaryLine } from './step.ts';

/**
 * The questions of a step, in blocks as its page shows them. What is said of a field is said once, by its declaration: here it
 * gets its place, and from it follow the typed value (under the field's name; null where it wasn't asked or left empty), what
 * is read, and the line of the summary.
 *
 *     const questions = { phones: block(say.phoneBlock, [phone, otherPhone]) };
 *     readQuestions(questions, body)  // { phone: string, otherPhone: string | null }
 */
export type Questions = Readonly<Record<string, FieldBlock | RepeatedFields>>;
type Source = Body | Typed;

/** A field that is asked only of some: shown under what calls for it (`.when-…` of the style sheet). */
type Conditional = {
  readonly asked?: (source: Source) => boolean;
  readonly under?: string;
  /** Not of this exam: neither shown nor read. */
  readonly absent?: boolean;
};
type Question = Field & Conditional;
type AskedOfSome<F extends Field> =
  F extends Field<infer Name, infer Value> ? Field<Name, Value | null> & Conditional : never;

export type FieldBlock<Fields extends readonly Question[] = readonly Question[]> = {
  readonly legend: string;
  readonly hint?: string;
  readonly fields: Fields;
  readonly together: readonly Together[];
  readonly under?: string;
};

/** Several answers in one line of the summary, where the first of them would stand. */
type Together = {
  readonly name: string;
  readonly label: string;
  readonly fields: readonly Field[];
  readonly words: (values: KnownAnswers) => string;
};

/** The same fields several times over, as often as there is something to say. */
export type RepeatedFields<Name extends string = string, Row = unknown> = {
  readonly name: Name;
  readonly most: number;
  readonly fieldsOf: (row: number) => readonly Field[];
  /** The rows that hold something. */
  readonly filled: (source: Source) => readonly number[];
  readonly read: (known: KnownAnswers, row: number) => Row;
  lines(rows: readonly Row[]): readonly SummaryLine[];
};

/** What the questions give once they are read. */
export type Answered<Asked extends Questions> = Values<Extract<Asked[keyof Asked], FieldBlock>['fields']> & {
  readonly [R in Extract<Asked[keyof Asked], RepeatedFields> as R['name']]: readonly ReturnType<R['read']>[];
};

export function block<const Fields extends readonly Question[]>(
  legend: string,
  fields: Fields,
  more: { readonly hint?: string; readonly together?: readonly Together[] } = {},
): FieldBlock<Fields> {
  return { legend, fields, together: [], ...more };
}

export function together<const Fields extends readonly Field[]>(
  name: string,
  label: string,
  fields: Fields,
  words: (values: Values<Fields>) => string,
): Together {
  // Called with what these very fields gave.
  return { name, label, fields, words: (known) => words(known as Values<Fields>) };
}

/** Asked only when `asked` says so of what is typed. */
export function askedWhen<Name extends string, Value>(
  asked: (source: Source) => boolean,
  field: Field<Name, Value>,
  under: string,
): Field<Name, Value | null> & Conditional {
  return { ...field, asked, under };
}

/** A whole block of the same kind. */
export function blockWhen<const Fields extends readonly Question[]>(
  asked: (source: Source) => boolean,
  { fields, ...rest }: FieldBlock<Fields>,
  under?: string,
): FieldBlock<{ readonly [I in keyof Fields]: AskedOfSome<Fields[I]> }> {
  const conditional = fields.map((field) => ({ ...field, asked }));
  const shown = under === undefined ? {} : { under };
  return { ...rest, ...shown, fields: conditional as { readonly [I in keyof Fields]: AskedOfSome<Fields[I]> } };
}

/** Asked only where the exam has a use for it. */
export function fieldIf<Name extends string, Value>(
  isAsked: boolean,
  field: Field<Name, Value> & Conditional,
): Field<Name, Value | null> & Conditional {
  return { ...field, absent: !isAsked };
}

export function blockIf<const Fields extends readonly Question[]>(
  isAsked: boolean,
  { fields, ...rest }: FieldBlock<Fields>,
): FieldBlock<{ readonly [I in keyof Fields]: AskedOfSome<Fields[I]> }> {
  const some = fields.map((field) => ({ ...field, absent: !isAsked || field.absent === true }));
  return { ...rest, fields: some as { readonly [I in keyof Fields]: AskedOfSome<Fields[I]> } };
}

export function rowsIf<Name extends string, Row>(
  isAsked: boolean,
  rows: RepeatedFields<Name, Row>,
): RepeatedFields<Name, Row> {
  return isAsked ? rows : { ...rows, most: 0, filled: () => [], lines: () => [] };
}

/** The fields of a block that this exam has. */
export function fieldsOf({ fields }: FieldBlock): readonly Question[] {
  return fields.filter(({ absent }) => absent !== true);
}

/** Every field, whether or not it applies. */
export function everyField(questions: Questions): readonly Field[] {
  return Object.values(questions).flatMap((part) =>
    'fields' in part ? fieldsOf(part) : rowNumbers(part).flatMap((row) => part.fieldsOf(row)),
  );
}

/** The fields that apply to what is typed, in the order of the page. */
function applying(questions: Questions, source: Source): readonly Field[] {
  return Object.values(questions).flatMap((part) =>
    'fields' in part
      ? fieldsOf(part).filter(({ asked }) => asked?.(source) ?? true)
      : part.filled(source).flatMap((row) => part.fieldsOf(row)),
  );
}

/** Reads the questions. Only what applies is read; the rest of the form is ignored. */
export function readQuestions<Asked extends Questions, Value = Answered<Asked>>(
  questions: Asked,
  body: Body,
  rules: readonly Rule<KnownAnswers>[],
  make: (answered: Answered<Asked>) => Value,
): Read<Value> {
  return readStep(applying(questions, body), body, rules, (known) => make(answeredIn(questions, known, body)));
}

function answeredIn<Asked extends Questions>(questions: Asked, known: KnownAnswers, source: Source): Answered<Asked> {
  const values = Object.values(questions).flatMap((part): readonly (readonly [string, unknown])[] =>
    'fields' in part
      ? part.fields.map(({ name }) => [name, known[name] ?? null])
      : [[part.name, part.filled(source).map((row) => part.read(known, row))]],
  );
  // Each name is that of a field or of rows, each value what their own declaration gave.
  return Object.fromEntries(values) as Answered<Asked>;
}

/** A line for each answer, in the order of the page: nothing for what wasn't asked, left empty or left unticked. */
export function linesOfQuestions<Asked extends Questions>(
  questions: Asked,
  answered: Answered<Asked>,
): readonly SummaryLine[] {
  const known: KnownAnswers = answered;
  return Object.values(questions).flatMap((part) =>
    'fields' in part ? blockLines(part, known) : part.lines(known[part.name] as readonly unknown[]),
  );
}

function blockLines({ fields, together: some }: FieldBlock, known: KnownAnswers): readonly SummaryLine[] {
  return fields.flatMap((field): readonly SummaryLine[] => {
    const said = some.find((one) => one.fields.some(({ name }) => name === field.name));
    if (said === undefined) return fieldLine(field, known[field.name]);
    const isFirst = fields.find(({ name }) => said.fields.some((one) => one.name === name)) === field;
    const isGiven = said.fields.some(({ name }) => (known[name] ?? null) !== null);
    return isFirst && isGiven ? [{ name: said.name, label: said.label, value: said.words(known) }] : [];
  });
}

function fieldLine(field: Field, value: unknown): readonly SummaryLine[] {
  const isEmpty = value === null || (field.optional && value === false);
  return isEmpty ? [] : linesOf([field], { [field.name]: value });
}

function rowNumbers({ most }: RepeatedFields): readonly number[] {
  return Array.from({ length: most }, (_, index) => index + 1);
}
