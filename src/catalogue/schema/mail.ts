import * as z from 'zod';
import { MailVariable } from '../mailVariables.ts';
import { type Frozen, text } from './shape.ts';

/** A mail as data: `{variable}` in subject and body, checked against `variables`. Blank lines make paragraphs. */
export const MailTemplate = z.strictObject({
  code: text,
  subject: text,
  body: text,
  variables: z.array(MailVariable),
});

export type MailTemplate = Frozen<z.infer<typeof MailTemplate>>;
