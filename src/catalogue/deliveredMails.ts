import { deliveredText } from './delivered.ts';
import { MailTemplate } from './schema/mail.ts';
import { openYaml, valuesOf } from './yamlDocument.ts';

/** Where the words of the mails stand in a pack. */
export const MAILS_FILE = 'texts/mails.yaml';

let read: { readonly text: string; readonly templates: readonly MailTemplate[] } | null = null;

/** The words that came with the software: for an office whose rules, published before, have none for a mail of today. */
export function deliveredMail(code: string): MailTemplate {
  const found = delivered().templates.find((one) => one.code === code);
  if (found === undefined) throw new Error(`The software is delivered without the words of the mail ${code}`);
  return found;
}

/** The same as the delivered file writes it, a list of one; null for a mail that isn't delivered. */
export function deliveredMailText(code: string): string | null {
  const [, ...items] = delivered().text.split(/^(?=- code: )/m);
  const found = items.find((item) => item.startsWith(`- code: ${code}\n`));
  return found === undefined ? null : `${found.replace(/\n#[^\n]*/g, '').trimEnd()}\n`;
}

/** Read once, when a mail is first lacking. */
function delivered(): NonNullable<typeof read> {
  if (read !== null) return read;
  const text = deliveredText(MAILS_FILE);
  if (text === null) throw new Error('The software is delivered without the words of its mails');
  const opened = openYaml(text);
  const values = opened.ok ? valuesOf(opened.value.document) : opened;
  const items: readonly unknown[] = values.ok && Array.isArray(values.value) ? values.value : [];
  read = { text, templates: items.flatMap((item) => MailTemplate.safeParse(item).data ?? []) };
  return read;
}
