import type { Catalogue, MailCode, MailValues } from '../catalogue/index.ts';
import { markOnLine } from '../platform/mail/words.ts';

/**
 * A mail's words: the rule pack's template with its `{variables}` filled. A value is never read as a template again. What only holds on
 * line is marked before, so that no word of a person's is taken for it.
 */
export function letter<Code extends MailCode>(
  catalogue: Pick<Catalogue, 'mail'>,
  code: Code,
  values: MailValues<Code>,
): { readonly subject: string; readonly body: string } {
  const { subject, body } = catalogue.mail(code);
  const known: Readonly<Record<string, string>> = values;
  const fill = (text: string): string =>
    markOnLine(text).replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
      const value = Object.hasOwn(known, name) ? known[name] : undefined;
      if (value === undefined) throw new Error(`The mail ${code} has no value for {${name}}`);
      return value;
    });
  return { subject: fill(subject), body: fill(body) };
}
