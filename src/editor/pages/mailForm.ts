import { type Bound, textBound } from '../rules/bound.ts';
import type { Thing } from '../rules/things.ts';
import { texts } from '../texts/mails.ts';
import { lineField, proseField } from './fields.ts';

const say = texts.edit;

export type MailForm = { readonly subject: Bound; readonly body: Bound };

export function mailForm({ path }: Thing): MailForm {
  return {
    subject: textBound(lineField({ name: 'subject', label: say.subject, missing: say.subjectMissing, width: 60 }), {
      path: [...path, 'subject'],
    }),
    body: textBound(
      proseField({ name: 'body', label: say.body, hint: say.bodyHint, missing: say.bodyMissing, rows: 20 }),
      { path: [...path, 'body'] },
    ),
  };
}
