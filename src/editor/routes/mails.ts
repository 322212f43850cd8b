import { h } from 'preact';
import { lostBy, variablesIn } from '../../catalogue/index.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { type FormState, show, withFault } from '../../ui/index.ts';
import { DRAFT } from '../addresses.ts';
import { pageFrame } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { type AtDraft, draftKeeper } from '../guards.ts';
import { mailForm } from '../pages/mailForm.ts';
import { MailPage, MailsPage } from '../pages/mailPages.tsx';
import { faultsAtFields, stateFrom } from '../rules/bound.ts';
import { withDeliveredMail } from '../rules/mailNeeds.ts';
import { declaredFor, variablesGiven } from '../rules/mailText.ts';
import { faultsOf, type Thing } from '../rules/things.ts';
import { textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/mails.ts';
import { type FormOrder, makeThing, saveForm } from './saveForm.ts';
import { atThing } from './thing.ts';

/** The mails of a draft: their list, each one with its preview. */
export function mailRoutes(deps: EditorDeps): readonly Route[] {
  const one = atThing(deps, 'mails', 'code', withDeliveredMail);
  const path = `${DRAFT}/textes/:code`;
  return [
    route({
      method: 'GET',
      path: `${DRAFT}/textes`,
      who: draftKeeper(deps),
      handle: async (visit, at) =>
        show(h(MailsPage, { view: { ...(await pageFrame(deps, visit, at.staff)), open: at } })),
    }),
    route({ method: 'GET', path, who: one, handle: (visit, { at, thing }) => showMail(deps, visit, at, thing) }),
    route({ method: 'POST', path, who: one, handle: (visit, { at, thing }) => saveMail(deps, visit, at, thing) }),
  ];
}

async function showMail(
  deps: EditorDeps,
  visit: Visit,
  at: AtDraft,
  mail: Thing,
  typed: FormState | null = null,
  status = 200,
): Promise<Reply> {
  const form = mailForm(mail);
  const bounds = [form.subject, form.body];
  const faults = at.read.ok ? [] : faultsOf(mail, at.read.error);
  const state = typed ?? stateFrom(bounds, mail.root, faultsAtFields(bounds, faults));
  const view = { ...(await pageFrame(deps, visit, at.staff)), open: at };
  const shown = { subject: String(state.typed.subject ?? ''), body: String(state.typed.body ?? '') };
  return show(h(MailPage, { view, mail, form, state, faults, shown }), status);
}

async function saveMail(deps: EditorDeps, visit: Visit, at: AtDraft, mail: Thing): Promise<Reply> {
  const form = mailForm(mail);
  const code = visit.params.code ?? '';
  return saveForm(deps, visit, at, {
    fields: [form.subject.field, form.body.field],
    make: makeMail(deps, at, mail),
    what: texts.edit.what(code),
    next: `textes/${encodeURIComponent(code)}`,
    again: (state, status) => showMail(deps, visit, at, mail, state, status),
  });
}

/** Which variables a text uses is read from it, so that nobody has to declare them; one that isn't given is refused, and a text without one that its mail needs. */
function makeMail(deps: EditorDeps, at: AtDraft, mail: Thing): FormOrder['make'] {
  const form = mailForm(mail);
  const given = variablesGiven(textAt(mail.value, ['code']));
  return (values, typed) => {
    const subject = String(values.subject);
    const body = String(values.body);
    const wrong = Object.entries({ subject, body }).reduce((state, [field, text]) => {
      const [unknown] = variablesIn(text).filter((name) => !given.includes(name));
      return unknown === undefined ? state : withFault(state, field, texts.edit.unknown(unknown, given));
    }, typed);
    if (wrong.faults.length > 0) return { refused: wrong };
    const lost = lostBy(textAt(mail.value, ['code']), { subject, body });
    if (lost.length > 0)
      return {
        refused: lost.reduce((state, { name, why }) => withFault(state, 'body', texts.edit.lost(name, why)), typed),
      };
    const declared = declaredFor(mail.value, subject, body);
    const more = declared === null ? [] : [{ path: [...mail.path, 'variables'], set: declared }];
    const order = { thing: mail, bounds: [form.subject, form.body], more: () => more, strict: true };
    return makeThing(deps, at, order)(values, typed);
  };
}
