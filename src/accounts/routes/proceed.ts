import { type Cookie, dropCookie, setCookie } from '../../platform/http/cookies.ts';
import { type Reply, redirect, type Visit, withCookies } from '../../platform/http/visit.ts';
import { ownDoor } from '../account.ts';
import { PROOF_MINUTES, type SecondProof, type SignedIn } from '../actions/openSession.ts';
import type { TicketProof } from '../credentials/ticket.ts';
import { afterSignIn } from '../rules/afterSignIn.ts';
import { type Door, placeFor } from './door.ts';

/** Where a second proof is given, and the cookie of that page alone that holds its ticket. */
export const PROOF_COOKIES = {
  mail: {
    name: 'registre_connexion',
    path: '/connexion/code',
    seconds: PROOF_MINUTES * 60,
    purpose: 'attendre le code reçu par mail',
  },
  application: {
    name: 'registre_second_facteur',
    path: '/connexion/double-authentification',
    seconds: PROOF_MINUTES * 60,
    purpose: "attendre le code de l'application (personnes du service)",
  },
} as const satisfies Readonly<Record<TicketProof, Cookie>>;

/** In, or on to the page of the second proof. `spent`: the one that was just given. */
export function proceed(door: Door, visit: Visit, entered: SignedIn | SecondProof, spent: TicketProof | null): Reply {
  const { publicUrl } = door.deps;
  const gone = spent === null ? [] : [dropCookie(PROOF_COOKIES[spent], publicUrl)];
  const { suite } = visit.body;
  if ('cookies' in entered)
    return withCookies(redirect(placeFor(door, ownDoor(entered.role), suite)), [...entered.cookies, ...gone]);
  const next = afterSignIn(suite);
  const proof = PROOF_COOKIES[entered.proof];
  const to = redirect(next === null ? proof.path : `${proof.path}?suite=${encodeURIComponent(next)}`);
  return withCookies(to, [...gone, setCookie(proof, publicUrl, entered.ticket)]);
}

export function ticketIn(visit: Visit, proof: TicketProof): string {
  return visit.cookies[PROOF_COOKIES[proof].name] ?? '';
}
