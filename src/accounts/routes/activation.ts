import { h } from 'preact';
import { networkOf } from '../../platform/http/network.ts';
import {
  everyone,
  type Reply,
  type Route,
  redirect,
  route,
  type Visit,
  withCookies,
} from '../../platform/http/visit.ts';
import { emptyForm, type FormState, parseForm, show } from '../../ui/index.ts';
import { type AccountId, ownDoor } from '../account.ts';
import { activateByCode, activateByLink, activationOwner, signInActivated } from '../actions/activate.ts';
import { canCorrect, correctAddress } from '../actions/correctAddress.ts';
import { resendActivation } from '../actions/resendActivation.ts';
import { addressFields } from '../forms.ts';
import { ActivationPage } from '../pages/activationPage.tsx';
import { EndedPage, LinkPage } from '../pages/linkPage.tsx';
import { type Refusal, refusals } from '../refusals.ts';
import { likelyAddress } from '../rules/likelyAddress.ts';
import { codeFields } from '../signInForms.ts';
import { texts } from '../texts.ts';
import {
  browserOf,
  type Door,
  newKey,
  pageFrame,
  refused,
  showRefused,
  submissionOf,
  textIn,
  visitorAct,
} from './door.ts';
import { forgetSignUp, rememberAddress, rememberedAddress, rememberTicket, ticketOf } from './sentTo.ts';

export function activationRoutes(door: Door): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/compte/activer',
      who: everyone,
      handle: (visit) =>
        visit.query.jeton === undefined ? waiting(door, visit) : fromLink(door, visit, visit.query.jeton),
    }),
    route({
      method: 'POST',
      path: '/compte/activer',
      who: everyone,
      note: "Qui vient de créer un compte l'active par le lien ou le code reçu, ou en demande un autre.",
      handle: (visit) => {
        if (visit.body.lien !== undefined) return byLink(door, visit, textIn(visit.body, 'lien'));
        if (visit.body.acte === 'corriger') return correct(door, visit);
        return visit.body.acte === 'renvoyer' ? resend(door, visit) : byCode(door, visit);
      },
    }),
  ];
}

type Forms = { readonly code: FormState; readonly resend: FormState; readonly correct: FormState };

async function waitingPage(door: Door, visit: Visit, forms: Partial<Forms> = {}) {
  const sentTo = rememberedAddress(visit);
  const known: FormState = sentTo === null ? emptyForm : { typed: { address: sentTo }, faults: [] };
  const ofThisForm = sentTo !== null && (await canCorrect(door.deps, ticketOf(visit)));
  const meant = ofThisForm && forms.correct === undefined ? likelyAddress(sentTo) : null;
  return h(ActivationPage, {
    ...(await pageFrame(door, visit)),
    code: forms.code ?? known,
    resend: forms.resend ?? known,
    correct: ofThisForm ? (forms.correct ?? { typed: { address: meant ?? sentTo }, faults: [] }) : null,
    meant,
    sentTo: Object.keys(forms).length === 0 ? sentTo : null,
    mailbox: door.mailbox,
    idempotencyKey: newKey(),
  });
}

async function waiting(door: Door, visit: Visit): Promise<Reply> {
  return show(await waitingPage(door, visit));
}

async function fromLink(door: Door, visit: Visit, token: string): Promise<Reply> {
  const owner = await activationOwner(door.deps, token);
  if (!owner.ok) return ended(door, visit, owner.error);
  const node = h(LinkPage, {
    ...(await pageFrame(door, visit)),
    title: texts.activation.title,
    sentence: texts.activation.ready(owner.value),
    caution: texts.activation.notYou,
    action: '/compte/activer',
    token,
    submit: texts.activation.submit,
  });
  return show(node);
}

async function byLink(door: Door, visit: Visit, token: string): Promise<Reply> {
  const activated = await activateByLink(door.deps, token, visitorAct(visit));
  return activated.ok ? welcome(door, visit, activated.value) : ended(door, visit, activated.error);
}

async function byCode(door: Door, visit: Visit): Promise<Reply> {
  const read = parseForm(codeFields, visit.body);
  if (!read.ok) return show(await waitingPage(door, visit, { code: read.error }), 422);
  const activated = await activateByCode(door.deps, read.value, networkOf(visit.ip), visitorAct(visit));
  if (activated.ok) return welcome(door, visit, activated.value);
  const code = refused(codeFields, visit, activated.error);
  return showRefused(await waitingPage(door, visit, { code }), activated.error);
}

async function resend(door: Door, visit: Visit): Promise<Reply> {
  const read = parseForm(addressFields, visit.body);
  if (!read.ok) return show(await waitingPage(door, visit, { resend: read.error }), 422);
  const { address } = read.value;
  const sent = await resendActivation(door.deps, address, submissionOf(visit), visitorAct(visit));
  if (sent.ok) return withCookies(redirect('/compte/activer'), [rememberAddress(door.deps.publicUrl, address)]);
  const form = refused(addressFields, visit, sent.error);
  return showRefused(await waitingPage(door, visit, { resend: form }), sent.error);
}

async function correct(door: Door, visit: Visit): Promise<Reply> {
  const read = parseForm(addressFields, visit.body);
  if (!read.ok) return show(await waitingPage(door, visit, { correct: read.error }), 422);
  const { address } = read.value;
  const corrected = await correctAddress(door.deps, ticketOf(visit), address, submissionOf(visit), visitorAct(visit));
  const { publicUrl } = door.deps;
  if (corrected.ok)
    return withCookies(redirect('/compte/activer'), [
      rememberAddress(publicUrl, address),
      rememberTicket(publicUrl, corrected.value),
    ]);
  if (corrected.error.code === 'form-ended') return ended(door, visit, corrected.error);
  const form = refused(addressFields, visit, corrected.error);
  return showRefused(await waitingPage(door, visit, { correct: form }), corrected.error);
}

/** In at once where the password was typed a moment ago; elsewhere, by the door. */
async function welcome(door: Door, visit: Visit, id: AccountId): Promise<Reply> {
  const gone = forgetSignUp(door.deps.publicUrl);
  const { deps, home } = door;
  const signedIn = await signInActivated(deps, id, ticketOf(visit), browserOf(door, visit), visitorAct(visit));
  return signedIn === null
    ? withCookies(redirect('/connexion?message=compte-active'), gone)
    : withCookies(redirect(`${home[ownDoor(null)]}?message=compte-active`), [...signedIn.cookies, ...gone]);
}

async function ended(door: Door, visit: Visit, refusal: Refusal): Promise<Reply> {
  const node = h(EndedPage, {
    ...(await pageFrame(door, visit)),
    title: texts.activation.title,
    sentence: refusals.inWords(refusal),
    ways: [
      refusal.code === 'form-ended'
        ? { href: '/compte/creer', label: texts.signUp.title }
        : { href: '/connexion', label: texts.signIn.title },
      { href: '/compte/activer', label: texts.activation.resendTitle },
    ],
  });
  return showRefused(node, refusal);
}
