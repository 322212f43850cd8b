import type * as z from 'zod';
import { type MailVariable, VARIABLE_WORDS } from '../mailVariables.ts';
import type { MailTemplate } from '../schema/mail.ts';
import type { EntryWords } from './words.ts';

const MEANINGS = Object.fromEntries(
  Object.entries(VARIABLE_WORDS).map(([name, [meaning]]) => [name, meaning]),
) as Readonly<Record<MailVariable, string>>;

export const mailWords: EntryWords<z.infer<typeof MailTemplate>> = {
  article: 'un',
  counted: ['mail', 'mails'],
  parts: [{ legend: 'Le mail', from: 'code' }],
  fields: {
    /** Its name is said by who sends it (`defineMail`). */
    code: { label: 'Mail', fixed: true },
    subject: { label: 'Objet', width: 60 },
    body: {
      label: 'Texte',
      help: "Une ligne vide fait un paragraphe\u00a0; une ligne qui n'est que {link} devient un bouton.",
      rows: 20,
    },
    /** Read from the words themselves. */
    variables: { label: 'Variables', fixed: true, options: MEANINGS },
  },
};
