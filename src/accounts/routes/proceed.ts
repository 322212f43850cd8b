import { type Reply, redirect, type Visit, withCookies } from '../../platform/http/visit.ts';
import { ownDoor } from '../account.ts';
import { PROOF_MINUTES, type SecondProof, type SignedIn } from '../actions/openSession.ts';
import type { Proof } from '../credentials/ticket.ts';
import { afterSignIn } from '../rules/afterSignIn.ts';
import { type Door, placeFor } from './door.ts';

/** Where a second proof is given, and the cookie of that page alone that holds its ticket. */
export const PROOF_PAGES = {
  mail: { path: '/connexion/code', cookie: 'registre_connexion' },
  application: { path: '/connexion/double-authentification', cookie: 'registre_second_facteur' },
} as const satisfies Readonly<Record<Proof, { readonly path: string; readonly cookie: string }>>;

/** In, or on to the page of the second proof. `spent`: the one that was just given. */
export function proceed(door: Door, visit: Visit, entered: SignedIn | SecondProof, spent: Proof | null): Reply {
  const gone = spent === null ? [] : [cookie(door, spent, '', 0)];
  const { suite } = visit.body;
  if ('cookies' in entered)
    return withCookies(redirect(placeFor(door, ownDoor(entered.role), suite)), [...entered.cookies, ...gone]);
  const next = afterSignIn(suite);
  const { path } = PROOF_PAGES[entered.proof];
  const to = redirect(next === null ? path : `${path}?suite=${encodeURIComponent(next)}`);
  return withCookies(to, [...gone, cookie(door, entered.proof, entered.ticket, PROOF_MINUTES * 60)]);
}

export function ticketIn(visit: Visit, proof: Proof): string {
  return visit.cookies[PROOF_PAGES[proof].cookie] ?? '';
}

function cookie(door: Door, proof: Proof, value: string, seconds: number): string {
  const secure = door.deps.publicUrl.protocol === 'https:' ? '; Secure' : '';
  const { path, cookie: name } = PROOF_PAGES[proof];
  return `${name}=${value}; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}
