import { type Cookie, dropCookie, setCookie } from '../../platform/http/cookies.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { ARRIVAL_MINUTES } from '../actions/signUp.ts';

const OF_SIGN_UP = { path: '/compte/activer', seconds: ARRIVAL_MINUTES * 60 } as const;
const ADDRESSEE: Cookie = { name: 'registre_activation', ...OF_SIGN_UP, purpose: "retenir l'adresse à activer" };
const TICKET: Cookie = {
  name: 'registre_arrivee',
  ...OF_SIGN_UP,
  purpose: "vous connecter dès que votre compte est activé, ou corriger l'adresse tapée",
};
export const SIGN_UP_COOKIES = [ADDRESSEE, TICKET];
const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,190}$/;

/**
 * The address just typed, so that the next page can show where the mail went (an error is then seen at once) and needn't ask
 * again. In a cookie, because an address in the URL ends in histories and logs. It says nothing of who has an account.
 */
export function rememberAddress(publicUrl: URL, address: string): string {
  return setCookie(ADDRESSEE, publicUrl, encodeURIComponent(address));
}

/** The ticket of the form just sent: `signInActivated`. */
export function rememberTicket(publicUrl: URL, ticket: string): string {
  return setCookie(TICKET, publicUrl, ticket);
}

export function ticketOf(visit: Visit): string {
  return visit.cookies[TICKET.name] ?? '';
}

export function forgetSignUp(publicUrl: URL): readonly string[] {
  return SIGN_UP_COOKIES.map((one) => dropCookie(one, publicUrl));
}

export function rememberedAddress(visit: Visit): string | null {
  const address = visit.cookies[ADDRESSEE.name] ?? '';
  return ADDRESS.test(address) ? address : null;
}
