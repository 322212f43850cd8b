import { h } from 'preact';
import { everyone, type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { show } from '../../ui/index.ts';
import { addressToConfirm, confirmAddress } from '../actions/changeAddress.ts';
import { EndedPage, LinkPage } from '../pages/linkPage.tsx';
import { type Refusal, refusals } from '../refusals.ts';
import { texts } from '../texts.ts';
import { type Door, pageFrame, showRefused, textIn, visitorAct } from './door.ts';

const PATH = '/compte/adresse/confirmer';
const words = texts.account;

/** Opened by a mail, perhaps on another device: no session is needed. */
export function confirmAddressRoutes(door: Door): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: PATH,
      who: everyone,
      handle: async (visit) => {
        const token = visit.query.jeton ?? '';
        const address = await addressToConfirm(door.deps, token);
        if (!address.ok) return ended(door, visit, address.error);
        const node = h(LinkPage, {
          ...(await pageFrame(door, visit)),
          title: words.confirmAddressTitle,
          sentence: words.confirmAddress(address.value),
          action: PATH,
          token,
          submit: words.confirmAddressSubmit,
        });
        return show(node);
      },
    }),
    route({
      method: 'POST',
      path: PATH,
      who: everyone,
      note: 'Qui a reçu le lien envoyé à la nouvelle adresse la confirme.',
      handle: async (visit) => {
        const confirmed = await confirmAddress(door.deps, textIn(visit.body, 'lien'), visitorAct(visit));
        if (!confirmed.ok) return ended(door, visit, confirmed.error);
        const session = await door.sessions.sessionOf(visit);
        return redirect(`${session === null ? '/connexion' : '/compte'}?message=adresse-changee`);
      },
    }),
  ];
}

async function ended(door: Door, visit: Visit, refusal: Refusal): Promise<Reply> {
  const node = h(EndedPage, {
    ...(await pageFrame(door, visit)),
    title: words.confirmAddressTitle,
    sentence: refusals.inWords(refusal),
    ways: [{ href: '/compte', label: words.title }],
  });
  return showRefused(node, refusal);
}
