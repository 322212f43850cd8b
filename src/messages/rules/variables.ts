import type { MailVariable } from '../../catalogue/index.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { foldedName } from '../../platform/tables/columns.ts';

/** What a ready answer may say of a file: the name that an office writes between braces, and the same in the vocabulary of the mails. */
const VARIABLES = {
  civilité: 'civility',
  nom: 'name',
  numéro: 'number',
  examen: 'exam',
  spécialité: 'speciality',
  session: 'session',
  pièce: 'piece',
  échéance: 'deadline',
  'reste à faire': 'todo',
  contact: 'contact',
} as const satisfies Readonly<Record<string, MailVariable>>;
export type TemplateVariable = (typeof VARIABLES)[keyof typeof VARIABLES];
export const TEMPLATE_VARIABLES: readonly TemplateVariable[] = Object.values(VARIABLES);
const WRITTEN = new Map<TemplateVariable, string>(Object.entries(VARIABLES).map(([written, name]) => [name, written]));

/** As an office writes it: « {numéro} ». */
export function asWritten(name: TemplateVariable): string {
  return `{${WRITTEN.get(name)}}`;
}

/** Those of a file that are named so, without regard to accents, capitals and spaces; by the mails' own name too, as offices wrote before. */
const NAMED = new Map<string, TemplateVariable>(
  Object.entries(VARIABLES).flatMap(([written, name]) => [[foldedName(written), name] as const, [name, name] as const]),
);

function variableNamed(written: string): TemplateVariable | undefined {
  return NAMED.get(foldedName(written));
}

/** What it speaks of, and so what it must name: a piece, what remains to be done, or neither. */
export const ABOUTS = ['piece', 'todo', 'other'] as const;
export type TemplateAbout = (typeof ABOUTS)[number];
const NEEDED: Readonly<Record<TemplateAbout, TemplateVariable | null>> = { piece: 'piece', todo: 'todo', other: null };

export type WordsFault =
  | { readonly code: 'unknown-variable'; readonly name: string }
  | { readonly code: 'stray-brace' }
  | { readonly code: 'missing-variable'; readonly name: TemplateVariable }
  | { readonly code: 'undeclared-variable'; readonly name: TemplateVariable };

/** What keeps these words from being a ready answer; null: nothing. */
export function faultIn(words: string, about: TemplateAbout): WordsFault | null {
  const names = namesIn(words);
  const unknown = names.find((name) => variableNamed(name) === undefined);
  if (unknown !== undefined) return { code: 'unknown-variable', name: unknown };
  if (/[{}]/.test(words.replace(NAME, ''))) return { code: 'stray-brace' };
  const used = variablesIn(words);
  const needed = NEEDED[about];
  if (needed !== null && !used.includes(needed)) return { code: 'missing-variable', name: needed };
  // Who takes it from the list must know that a piece has to be chosen.
  return about !== 'piece' && used.includes('piece') ? { code: 'undeclared-variable', name: 'piece' } : null;
}

const NAME = /\{([^{}\n]{1,40})\}/g;

/** Whatever stands between braces as a name would: `{numéro}`, `{number}`, `{ nom }`. */
export function namesIn(words: string): readonly string[] {
  return [...new Set([...words.matchAll(NAME)].map(([, name]) => name ?? ''))];
}

/** What these words take from a file. */
export function variablesIn(words: string): readonly TemplateVariable[] {
  return namesIn(words).flatMap((name) => variableNamed(name) ?? []);
}

/** The values that a file gives; null: it has none. */
export type TemplateValues = Readonly<Record<TemplateVariable, string | null>>;

/** The words with what the file gives; refused where it doesn't give what they ask for. A value is never read as words to fill. */
export function fillWords(words: string, values: TemplateValues): Result<string, TemplateVariable> {
  const lacking = variablesIn(words).find((name) => values[name] === null);
  if (lacking !== undefined) return refuse(lacking);
  return ok(
    words.replace(NAME, (whole, written: string) => {
      const name = variableNamed(written);
      return (name === undefined ? null : values[name]) ?? whole;
    }),
  );
}
