import { type MailVariable, variablesIn } from '../../catalogue/index.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';

/** What a ready answer may say of a file, by the names that the mails use too. */
export const TEMPLATE_VARIABLES = [
  'civility',
  'name',
  'number',
  'exam',
  'speciality',
  'session',
  'piece',
  'deadline',
  'todo',
  'contact',
] as const satisfies readonly MailVariable[];
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number];

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
  const used = namesIn(words);
  const unknown = used.find((name) => !isVariable(name));
  if (unknown !== undefined) return { code: 'unknown-variable', name: unknown };
  if (/[{}]/.test(words.replace(NAME, ''))) return { code: 'stray-brace' };
  const needed = NEEDED[about];
  if (needed !== null && !used.includes(needed)) return { code: 'missing-variable', name: needed };
  // Who takes it from the list must know that a piece has to be chosen.
  return about !== 'piece' && used.includes('piece') ? { code: 'undeclared-variable', name: 'piece' } : null;
}

const NAME = /\{([\p{L}\p{N} _'-]{1,40})\}/gu;

/** Whatever stands between braces as a name would: `{number}`, `{numéro}`, `{ nom }`. */
export function namesIn(words: string): readonly string[] {
  return [...new Set([...words.matchAll(NAME)].map(([, name]) => name ?? ''))];
}

function isVariable(name: string): name is TemplateVariable {
  return TEMPLATE_VARIABLES.some((one) => one === name);
}

/** The values that a file gives; null: it has none. */
export type TemplateValues = Readonly<Record<TemplateVariable, string | null>>;

/** The words with what the file gives; refused where it doesn't give what they ask for. A value is never read as words to fill. */
export function fillWords(words: string, values: TemplateValues): Result<string, TemplateVariable> {
  const lacking = variablesIn(words).find((name) => isVariable(name) && values[name] === null);
  if (lacking !== undefined && isVariable(lacking)) return refuse(lacking);
  return ok(
    words.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => (isVariable(name) ? values[name] : null) ?? whole),
  );
}
