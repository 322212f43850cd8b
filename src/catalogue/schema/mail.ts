import * as z from 'zod';
import { MailCode } from '../mails.ts';
import { MailVariable } from '../mailVariables.ts';
import { type Frozen, text } from './shape.ts';

/** A mail as data: `{variable}` in subject and body, checked against `variables`. Blank lines make paragraphs. */
export const MailTemplate = z.strictObject({
  code: MailCode,
  subject: text,
  body: text,
  variables: z.array(MailVariable),
});

export type MailTemplate = Frozen<z.infer<typeof MailTemplate>>;
