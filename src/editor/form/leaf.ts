import * as z from 'zod';
import type { AnyWords, Choice } from '../../catalogue/index.ts';
import { type Field, freeText, type Option, oneOf, someOf } from '../../ui/index.ts';
import { typedDay, typedMoment } from '../rules/moments.ts';
import { linesIn, sameLines, sameWords, typographic } from '../rules/words.ts';
import { yamlOf } from '../rules/yamlEdit.ts';
import { type Path, type Plain, sameTree, textsAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/forms.ts';
import { type Control, isVerbatim, type Shape, valuesOf } from './shape.ts';
import { checksOf, instantOf, wallClockOf } from './typed.ts';

/** One field bound to its place in a file: it is filled from there, and what is typed goes back there. */
export type Leaf = {
  readonly kind: 'leaf';
  readonly key: string;
  /** From the root of the file. */
  readonly path: Path;
  readonly control: Control;
  readonly field: Field;
  readonly empty: Shape['empty'];
  readonly nullable: boolean;
  /** Keys of its map, in the order in which they are written. */
  readonly order: readonly string[];
  readonly shown: (value: unknown) => string | readonly string[];
  /** What the file holds after what was typed; undefined for an empty field. */
  readonly write: (typed: unknown, before: unknown) => Plain | undefined;
};

type Order = {
  readonly key: string;
  readonly name: string;
  readonly control: Control;
  readonly shape: Shape;
  readonly words: Exclude<AnyWords, string>;
  readonly order: readonly string[];
  readonly path: Path;
  readonly needed: boolean;
  readonly fresh: boolean;
};

const LONGEST_TEXT = 8000;

/** Answers shown at once; more are in a list to open. */
const AT_ONCE = 3;

function missingOf(control: Control, { label, example }: Exclude<AnyWords, string>): string {
  const say = texts.missing;
  if (control === 'choice' || control === 'yesNo' || control === 'ticks') return say.choice(label);
  if (control === 'moment' || control === 'instant') return say.moment(label);
  return control === 'day' ? say.day(label) : say.text(label, example);
}

type Way = Pick<Leaf, 'shown' | 'write'> & Pick<Field, 'control' | 'check'> & Partial<Field>;

export function leafOf({ key, name, control, shape, words, order, path, needed, fresh }: Order): Leaf {
  const { shown, write, ...looks } = wayOf(control, shape, words);
  const { label, help, example, width } = words;
  const mayBeBare = (control === 'lines' || control === 'ticks') && z.safeParse(shape.schema, []).success;
  const bare = mayBeBare && shape.empty === 'required' && !shape.nullable ? [] : undefined;
  const required = needed && shape.empty === 'required' && control !== 'tick' && bare === undefined;
  return {
    kind: 'leaf',
    key,
    path,
    control,
    order,
    empty: shape.empty,
    nullable: shape.nullable,
    shown: (value) => shown(value === undefined && !fresh ? shape.fallback : value),
    write: (typed, before) => {
      const after = write(typed, before) ?? bare;
      return before === undefined && sameTree(after, shape.fallback) ? undefined : after;
    },
    field: {
      name,
      label,
      ...(help === undefined ? {} : { hint: help }),
      ...(example === undefined ? {} : { example }),
      width: width ?? 48,
      optional: !required,
      missing: `${missingOf(control, words)}${texts.missingEnd(needed && !fresh)}`,
      ...looks,
    },
  };
}

function wayOf(control: Control, { schema, nullable }: Shape, words: Exclude<AnyWords, string>): Way {
  const rows = words.rows ?? 3;
  const is = checksOf(words.label);
  switch (control) {
    case 'number':
      return { control: 'number', check: is.wholeNumber, shown: plain, write: asIs };
    case 'yesNo':
      return yesNo(nullable, words.options);
    case 'tick':
      return {
        control: 'checkbox',
        check: z.boolean(),
        shown: (value) => (value === true ? 'oui' : ''),
        write: (typed) => (typed === true ? true : undefined),
      };
    case 'choice':
      return choice(words.options ?? {}, valuesOf(schema));
    case 'ticks':
      return ticks(words.options ?? {}, valuesOf(schema));
    case 'moment':
      return { control: 'text', width: 22, check: is.moment, shown: (value) => typedMoment(plain(value)), write: asIs };
    case 'instant':
      return {
        control: 'text',
        width: 22,
        check: is.instant,
        shown: (value) => typedMoment(wallClockOf(plain(value))),
        write: (typed, before) => (wallClockOf(plain(before)) === typed ? plain(before) : instantOf(typed)),
      };
    case 'day':
      return { control: 'text', width: 12, check: is.day, shown: (value) => typedDay(plain(value)), write: asIs };
    case 'lines':
      return {
        control: 'textarea',
        rows,
        check: freeText(LONGEST_TEXT),
        shown: (value) => textsAt(value, []).join('\n'),
        write: writeLines,
      };
    case 'yaml':
      return {
        control: 'textarea',
        rows,
        check: is.yaml,
        shown: (value) => (value === undefined || value === null ? '' : yamlOf(value)),
        write: asIs,
      };
    default:
      return text(isVerbatim(schema), words.rows, is.line);
  }
}

function text(verbatim: boolean, rows: number | undefined, line: Way['check']): Way {
  const same = rows === undefined ? sameWords : sameLines;
  return {
    ...(rows === undefined
      ? { control: 'text', check: line }
      : { control: 'textarea', rows, check: freeText(LONGEST_TEXT) }),
    shown: plain,
    write: (typed, before) => {
      if (typeof typed !== 'string') return undefined;
      if (typeof before === 'string' && same(before, typed)) return before;
      if (typeof before === 'number' && String(before) === typed) return before;
      const after = verbatim ? typed : typographic(typed);
      return typeof before === 'string' && before.endsWith('\n') ? `${after}\n` : after;
    },
  };
}

/** Lines that say the same stay as they are. */
function writeLines(typed: unknown, before: unknown): Plain | undefined {
  const lines = typeof typed === 'string' ? linesIn(typed) : [];
  const old = textsAt(before, []);
  if (lines.length === 0) return undefined;
  return lines.map((line) => old.find((one) => sameWords(one, line)) ?? typographic(line));
}

function yesNo(nullable: boolean, said: Readonly<Record<string, Choice>> | undefined): Way {
  const words = { ...(nullable ? { ...texts.yesNo, inconnu: texts.unknown } : texts.yesNo), ...said };
  const options = optionsOf(words);
  return {
    control: 'radio',
    options,
    check: oneOf(options),
    shown: (value) => (value === true ? 'oui' : value === false ? 'non' : value === null ? 'inconnu' : ''),
    write: (typed) => (typed === 'oui' || typed === 'non' ? typed === 'oui' : typed === 'inconnu' ? null : undefined),
  };
}

function choice(said: Readonly<Record<string, Choice>>, values: readonly (string | number)[]): Way {
  const options = optionsOf(said);
  return {
    control: options.length > AT_ONCE ? 'select' : 'radio',
    options,
    check: oneOf(options),
    shown: plain,
    write: (typed) => values.find((one) => String(one) === typed),
  };
}

function ticks(said: Readonly<Record<string, Choice>>, values: readonly (string | number)[]): Way {
  const options = optionsOf(said);
  return {
    control: 'checkboxes',
    options,
    check: someOf(options),
    shown: (value) => textsAt(value, []),
    write: (typed) => {
      const chosen = values.filter((one) => Array.isArray(typed) && typed.includes(String(one)));
      return chosen.length === 0 ? undefined : chosen;
    },
  };
}

function optionsOf(said: Readonly<Record<string, Choice>>): readonly Option[] {
  return Object.entries(said).map(([value, words]) => ({
    value,
    ...(typeof words === 'string' ? { label: words } : words),
  }));
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** What the check of the field gives is what the file writes. */
function asIs(typed: unknown): Plain | undefined {
  return typed === null ? undefined : (typed as Plain | undefined);
}
