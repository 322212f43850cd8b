import { h } from 'preact';
import { networkOf } from '../../platform/http/network.ts';
import { everyone, type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { emptyForm, type FormState, parseForm, show } from '../../ui/index.ts';
import { ownerOfResetLink, requestReset, resetPassword } from '../actions/forgottenPassword.ts';
import { passwordRules, samePasswordRules } from '../formRules.ts';
import { addressFields, newPasswordFields } from '../forms.ts';
import { AddressFormPage, LinkSentPage } from '../pages/addressFormPage.tsx';
import { ChoosePasswordPage } from '../pages/choosePasswordPage.tsx';
import { EndedPage } from '../pages/linkPage.tsx';
import { type Refusal, refusals } from '../refusals.ts';
import type { KnownAccount } from '../store/accounts.ts';
import { texts } from '../texts.ts';
import { type Door, newKey, pageFrame, refused, showRefused, submissionOf, textIn, visitorAct } from './door.ts';

export function forgottenRoutes(door: Door): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/mot-de-passe-oublie',
      who: everyone,
      handle: async (visit) => {
        const token = visit.query.jeton;
        if (token !== undefined) return fromLink(door, visit, token);
        if (visit.query.envoye === undefined) return show(await askingPage(door, visit, emptyForm));
        const { sentTitle: title, sent: sentence } = texts.forgotten;
        return show(h(LinkSentPage, { ...(await pageFrame(door, visit)), title, sentence, mailbox: door.mailbox }));
      },
    }),
    route({
      method: 'POST',
      path: '/mot-de-passe-oublie',
      who: everyone,
      note: [
        'Toute personne demande un lien pour choisir un mot de passe.',
        'Qui a reçu le lien choisit un mot de passe.',
      ],
      handle: (visit) => (visit.body.lien === undefined ? ask(door, visit) : choose(door, visit)),
    }),
  ];
}

async function askingPage(door: Door, visit: Visit, state: FormState) {
  const { title, intro: lead, submit } = texts.forgotten;
  const form = { title, lead, submit, action: '/mot-de-passe-oublie', fields: addressFields };
  return h(AddressFormPage, { ...(await pageFrame(door, visit)), ...form, state, idempotencyKey: newKey() });
}

async function ask(door: Door, visit: Visit): Promise<Reply> {
  const read = parseForm(addressFields, visit.body);
  if (!read.ok) return show(await askingPage(door, visit, read.error), 422);
  const asked = await requestReset(door.deps, read.value.address, submissionOf(visit), visitorAct(visit));
  if (asked.ok) return redirect('/mot-de-passe-oublie?envoye=1');
  return showRefused(await askingPage(door, visit, refused(addressFields, visit, asked.error)), asked.error);
}

async function choosingPage(door: Door, visit: Visit, owner: KnownAccount, token: string, state: FormState) {
  const { displayName, address } = owner;
  const fields = fieldsOf(door, visit);
  return h(ChoosePasswordPage, { ...(await pageFrame(door, visit)), fields, state, token, name: displayName, address });
}

function fieldsOf(door: Door, visit: Visit) {
  return newPasswordFields(
    door.policyAt(visit).passwordPolicy,
    texts.fields.newPassword,
    texts.fields.newPasswordAgain,
  );
}

async function fromLink(door: Door, visit: Visit, token: string): Promise<Reply> {
  const owner = await ownerOfResetLink(door.deps, token);
  if (!owner.ok) return ended(door, visit, owner.error);
  return show(await choosingPage(door, visit, owner.value, token, emptyForm));
}

async function choose(door: Door, visit: Visit): Promise<Reply> {
  const token = textIn(visit.body, 'lien');
  const owner = await ownerOfResetLink(door.deps, token);
  if (!owner.ok) return ended(door, visit, owner.error);
  const fields = fieldsOf(door, visit);
  const rules = passwordRules<{ readonly password: string }>(door.policyAt(visit).passwordPolicy, () => owner.value);
  const read = parseForm(fields, visit.body, [...rules, ...samePasswordRules]);
  if (!read.ok) return show(await choosingPage(door, visit, owner.value, token, read.error), 422);
  const chosen = await resetPassword(door.deps, token, read.value.password, networkOf(visit.ip), visitorAct(visit));
  return chosen.ok ? redirect('/connexion?message=mot-de-passe-choisi') : ended(door, visit, chosen.error);
}

async function ended(door: Door, visit: Visit, refusal: Refusal): Promise<Reply> {
  const node = h(EndedPage, {
    ...(await pageFrame(door, visit)),
    title: texts.forgotten.chooseTitle,
    sentence: refusals.inWords(refusal),
    ways: [
      { href: '/mot-de-passe-oublie', label: texts.forgotten.again },
      { href: '/connexion', label: texts.signIn.title },
    ],
  });
  return showRefused(node, refusal);
}
