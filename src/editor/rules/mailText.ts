import { variablesIn } from '../../catalogue/index.ts';
import { sameTree, textsAt } from './yamlTree.ts';

/** The text of a mail and the variables in it. */

const VARIABLE = /\{([a-zA-Z]+)\}/g;

/** The list as the file declares it, without those no longer used, with those that are new; null where it stays. */
export function declaredFor(mail: unknown, subject: string, body: string): readonly string[] | null {
  const before = textsAt(mail, ['variables']);
  const used = variablesIn(`${subject}\n${body}`);
  const after = [...before.filter((name) => used.includes(name)), ...used.filter((name) => !before.includes(name))];
  return sameTree(before, after) ? null : after;
}

/** The text with examples in the place of its variables; one without example stays as it is written. */
export function filled(text: string, example: (name: string) => string | undefined): string {
  return text.replace(VARIABLE, (written, name: string) => example(name) ?? written);
}

export type Paragraph = { readonly button: boolean; readonly lines: readonly string[] };

/** Blank lines make paragraphs; a line that is only `{link}` makes a button. */
export function paragraphsOf(body: string): readonly Paragraph[] {
  return body
    .trim()
    .split(/\n\s*\n/)
    .map((text) => ({ button: text.trim() === '{link}', lines: text.trim().split('\n') }));
}
