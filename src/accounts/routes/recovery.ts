import { h } from 'preact';
import { everyone, type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { show } from '../../ui/index.ts';
import { followRecovery, objectToRecovery, recoveryBehind } from '../actions/followRecovery.ts';
import { EndedPage, LinkPage } from '../pages/linkPage.tsx';
import { recoveryTexts as say } from '../recoveryTexts.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { type Door, pageFrame, showRefused, textIn, visitorAct } from './door.ts';

const FOLLOW = '/compte/adresse/retrouver';
const OBJECT = '/compte/adresse/opposition';
const contact = { href: '/contact', label: say.ways.contact };
const forgotten = { href: '/mot-de-passe-oublie', label: say.ways.forgotten };

/** Opened by the mails of a lost address changed on proof, by people without a session. */
export function recoveryRoutes(door: Door): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: FOLLOW,
      who: everyone,
      handle: async (visit) => {
        const token = visit.query.jeton ?? '';
        const found = await recoveryBehind(door.deps, 'recovery', token);
        if (!found.ok) return ended(door, visit, say.follow.title, found.error);
        const { title, sentence, caution, submit } = say.follow;
        const link = { title, sentence: sentence(found.value.newAddress), caution, action: FOLLOW, token, submit };
        return show(h(LinkPage, { ...(await pageFrame(door, visit)), ...link }));
      },
    }),
    route({
      method: 'POST',
      path: FOLLOW,
      who: everyone,
      note: 'Qui a reçu le lien de la nouvelle adresse retrouve son compte.',
      handle: async (visit) => {
        const done = await followRecovery(door.deps, textIn(visit.body, 'lien'), visitorAct(visit));
        if (!done.ok) return ended(door, visit, say.follow.title, done.error);
        return redirect(`/mot-de-passe-oublie?jeton=${done.value}`);
      },
    }),
    route({
      method: 'GET',
      path: OBJECT,
      who: everyone,
      handle: async (visit) => {
        const token = visit.query.jeton ?? '';
        const found = await recoveryBehind(door.deps, 'objection', token);
        if (!found.ok) return ended(door, visit, say.object.title, found.error);
        const { title, sentence, caution, submit } = say.object;
        const { opensAt, now } = found.value;
        const link = { title, sentence: sentence(opensAt ?? now), caution, action: OBJECT, token, submit };
        return show(h(LinkPage, { ...(await pageFrame(door, visit)), ...link }));
      },
    }),
    route({
      method: 'POST',
      path: OBJECT,
      who: everyone,
      note: "Qui a reçu le mail de l'ancienne adresse s'oppose au changement.",
      handle: async (visit) => {
        const done = await objectToRecovery(door.deps, textIn(visit.body, 'lien'), visitorAct(visit));
        if (!done.ok) return ended(door, visit, say.object.title, done.error);
        const { doneTitle: title, done: sentence } = say.object;
        return show(h(EndedPage, { ...(await pageFrame(door, visit)), title, sentence, ways: [forgotten, contact] }));
      },
    }),
  ];
}

async function ended(door: Door, visit: Visit, title: string, refusal: Refusal): Promise<Reply> {
  const sentence = refusals.inWords(refusal);
  return showRefused(h(EndedPage, { ...(await pageFrame(door, visit)), title, sentence, ways: [contact] }), refusal);
}
