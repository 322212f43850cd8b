import { h } from 'preact';
import { everyone, type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { act, emptyForm, type FormState, show } from '../../ui/index.ts';
import { askTakeOver, takeOver, takeOverBehind } from '../actions/takeOver.ts';
import { letterFields } from '../letterForm.ts';
import { letterTexts as say } from '../letterTexts.ts';
import { AddressFormPage, LinkSentPage } from '../pages/addressFormPage.tsx';
import { EndedPage, LinkPage } from '../pages/linkPage.tsx';
import { type Refusal, refusals } from '../refusals.ts';
import { type Door, formAgain, newKey, pageFrame, showRefused, submissionOf, textIn, visitorAct } from './door.ts';

const PATH = '/compte/courrier';
const FOLLOW = `${PATH}/suivre`;

/** An account that the office opened on paper is taken over with the code of a letter, by people without a session. */
export function letterCodeRoutes(door: Door): readonly Route[] {
  return [
    route({ method: 'GET', path: PATH, who: everyone, handle: (visit) => showForm(door, visit) }),
    act({
      path: PATH,
      who: everyone,
      refusals,
      note: "Qui a reçu une lettre d'accès donne son code, sa date de naissance et une adresse mail.",
      fields: letterFields,
      do: ({ code, naissance: birthDate, address }, _, visit) =>
        askTakeOver(door.deps, { code, birthDate, address }, submissionOf(visit), visitorAct(visit)),
      to: () => `${PATH}?envoye=1`,
      ...formAgain<null>((visit, _, state) => formPage(door, visit, state)),
    }),
    route({ method: 'GET', path: FOLLOW, who: everyone, handle: (visit) => showLink(door, visit) }),
    route({
      method: 'POST',
      path: FOLLOW,
      who: everyone,
      note: "Qui a reçu le mail de la lettre d'accès reprend le compte ouvert par le bureau.",
      handle: (visit) => follow(door, visit),
    }),
  ];
}

async function formPage(door: Door, visit: Visit, state: FormState) {
  const { title, lead, submit } = say;
  const form = { title, lead, submit, action: PATH, fields: letterFields };
  return h(AddressFormPage, { ...(await pageFrame(door, visit)), ...form, state, idempotencyKey: newKey() });
}

async function showForm(door: Door, visit: Visit): Promise<Reply> {
  if (visit.query.envoye === undefined) return show(await formPage(door, visit, emptyForm));
  const { sentTitle: title, sent: sentence } = say;
  return show(h(LinkSentPage, { ...(await pageFrame(door, visit)), title, sentence, mailbox: door.mailbox }));
}

async function showLink(door: Door, visit: Visit): Promise<Reply> {
  const token = visit.query.jeton ?? '';
  const found = await takeOverBehind(door.deps.db, token);
  if (!found.ok) return ended(door, visit, found.error);
  const { title, sentence, submit } = say.follow;
  const link = { title, sentence: sentence(found.value), action: FOLLOW, token, submit };
  return show(h(LinkPage, { ...(await pageFrame(door, visit)), ...link }));
}

async function follow(door: Door, visit: Visit): Promise<Reply> {
  const done = await takeOver(door.deps, textIn(visit.body, 'lien'), visitorAct(visit));
  return done.ok ? redirect(`/mot-de-passe-oublie?jeton=${done.value}`) : ended(door, visit, done.error);
}

async function ended(door: Door, visit: Visit, refusal: Refusal): Promise<Reply> {
  const ways = [
    { href: PATH, label: say.again },
    { href: '/contact', label: say.contact },
  ];
  const words = { title: say.title, sentence: refusals.inWords(refusal), ways };
  return showRefused(h(EndedPage, { ...(await pageFrame(door, visit)), ...words }), refusal);
}
