import { h } from 'preact';
import { lostBy, variablesIn } from '../../catalogue/index.ts';
import type { Route } from '../../platform/http/visit.ts';
import type { Fault } from '../../ui/index.ts';
import { draftPage } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { ListPage } from '../pages/listPage.tsx';
import { DeliveredHint, MailPreview, MailVariables, mailList } from '../pages/mailPages.tsx';
import { withDeliveredMail } from '../rules/mailNeeds.ts';
import { declaredFor, variablesGiven } from '../rules/mailText.ts';
import { codeOf, thingNamed } from '../rules/things.ts';
import { texts } from '../texts/mails.ts';
import { thingRoutes } from './things.ts';

/** The mails of a draft: their list, each one with its preview. */
export function mailRoutes(deps: EditorDeps): readonly Route[] {
  return [
    draftPage(deps, 'textes', (view, { files }) => h(ListPage, { view, part: 'textes', lists: [mailList(files)] })),
    ...thingRoutes(deps, 'mails', {
      completed: withDeliveredMail,
      looks: ({ at, thing, state }) => {
        const code = thing === null ? '' : codeOf(thing, 'mails');
        const { subject = '', body = '' } = state.typed;
        return {
          title: texts.name(code),
          ...(thingNamed(at.files, 'mails', code) === undefined ? { above: h(DeliveredHint, {}) } : {}),
          beside: h(MailPreview, { subject: String(subject), body: String(body) }),
          below: h(MailVariables, { code }),
        };
      },
      faults: ({ thing }, { subject, body }) =>
        thing === null ? [] : wordFaults(codeOf(thing, 'mails'), { subject: String(subject), body: String(body) }),
      // Which variables a text uses is read from it, so that nobody has to declare them.
      more: (thing, { subject, body }) => {
        const set = declaredFor(thing.value, String(subject), String(body));
        return set === null ? [] : [{ path: [...thing.path, 'variables'], set }];
      },
      strict: async () => [],
    }),
  ];
}

/** A variable that the mail isn't given, and a text without one that it needs. */
function wordFaults(code: string, words: { readonly subject: string; readonly body: string }): readonly Fault[] {
  const given = variablesGiven(code);
  const unknown = Object.entries(words).flatMap(([field, text]): readonly Fault[] => {
    const [name] = variablesIn(text).filter((one) => !given.includes(one));
    return name === undefined ? [] : [{ field, message: texts.edit.unknown(name, given) }];
  });
  if (unknown.length > 0) return unknown;
  return lostBy(code, words).map(({ name, why }) => ({ field: 'body', message: texts.edit.lost(name, why) }));
}
