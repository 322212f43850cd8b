import { h } from 'preact';
import { lostBy, type Mails, variablesIn } from '../../catalogue/index.ts';
import type { Route } from '../../platform/http/visit.ts';
import type { Fault } from '../../ui/index.ts';
import { draftPage } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { ListPage } from '../pages/listPage.tsx';
import { DeliveredHint, MailPreview, MailVariables, mailList, nameOfMail } from '../pages/mailPages.tsx';
import { codeOf, entryNamed } from '../rules/entries.ts';
import { withDeliveredMail } from '../rules/mailNeeds.ts';
import { declaredFor } from '../rules/mailText.ts';
import { texts } from '../texts/mails.ts';
import { entryRoutes } from './entries.ts';

/** The mails of a draft: their list, each one with its preview. */
export function mailRoutes(deps: EditorDeps): readonly Route[] {
  return [
    draftPage(deps, 'textes', (view, { files }) =>
      h(ListPage, { view, part: 'textes', lists: [mailList(files, deps.rules.mails)] }),
    ),
    ...entryRoutes(deps, 'mails', {
      completed: withDeliveredMail,
      name: (entry) => nameOfMail(deps.rules.mails, entry),
      looks: ({ at, entry, state }) => {
        const code = entry === null ? '' : codeOf(entry, 'mails');
        const mail = deps.rules.mails.get(code);
        const { subject = '', body = '' } = state.typed;
        return {
          ...(entryNamed(at.files, 'mails', code) === undefined ? { above: h(DeliveredHint, {}) } : {}),
          beside: h(MailPreview, { subject: String(subject), body: String(body) }),
          ...(mail === undefined ? {} : { below: h(MailVariables, mail) }),
        };
      },
      faults: ({ entry }, { subject, body }) =>
        entry === null
          ? []
          : wordFaults(deps.rules.mails, codeOf(entry, 'mails'), { subject: String(subject), body: String(body) }),
      // Which variables a text uses is read from it, so that nobody has to declare them.
      more: (entry, { subject, body }) => {
        const set = declaredFor(entry.value, String(subject), String(body));
        return set === null ? [] : [{ path: [...entry.path, 'variables'], set }];
      },
      strict: async () => [],
    }),
  ];
}

/** A variable that the mail isn't given, and a text without one that it needs. */
function wordFaults(
  mails: Mails,
  code: string,
  words: { readonly subject: string; readonly body: string },
): readonly Fault[] {
  const mail = mails.get(code);
  const given: readonly string[] = mail?.given ?? [];
  const unknown = Object.entries(words).flatMap(([field, text]): readonly Fault[] => {
    const [name] = variablesIn(text).filter((one) => !given.includes(one));
    return name === undefined ? [] : [{ field, message: texts.edit.unknown(name, given) }];
  });
  if (unknown.length > 0) return unknown;
  return lostBy(mail, words).map(({ name, why }) => ({ field: 'body', message: texts.edit.lost(name, why) }));
}
