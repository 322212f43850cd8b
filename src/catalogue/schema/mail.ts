import * as z from 'zod';
import { MailVariable, VARIABLE_WORDS } from '../mailVariables.ts';
import { type Frozen, text } from './shape.ts';
import { field, thing } from './words.ts';

const MEANINGS = Object.fromEntries(
  Object.entries(VARIABLE_WORDS).map(([name, [meaning]]) => [name, meaning]),
) as Readonly<Record<MailVariable, string>>;

/** A mail as data: `{variable}` in subject and body, checked against `variables`. Blank lines make paragraphs. */
export const MailTemplate = thing(
  { article: 'un', counted: ['mail', 'mails'], parts: [{ legend: 'Le mail', from: 'code' }] },
  {
    /** Its name is said by who sends it (`defineMail`). */
    code: field(text, { label: 'Mail', fixed: true }),
    subject: field(text, { label: 'Objet', width: 60 }),
    body: field(text, {
      label: 'Texte',
      help: "Une ligne vide fait un paragraphe\u00a0; une ligne qui n'est que {link} devient un bouton.",
      rows: 20,
    }),
    /** Read from the words themselves. */
    variables: field(z.array(MailVariable), { label: 'Variables', fixed: true, options: MEANINGS }),
  },
);

export type MailTemplate = Frozen<z.infer<typeof MailTemplate>>;
