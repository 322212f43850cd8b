import type { Visit } from '../../platform/http/visit.ts';
import { ARRIVAL_MINUTES } from '../actions/signUp.ts';

const NAME = 'registre_activation';
const TICKET = 'registre_arrivee';
const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,190}$/;

/**
 * The address just typed, so that the next page can show where the mail went (an error is then seen at once) and needn't ask
 * again. In a cookie, because an address in the URL ends in histories and logs. It says nothing of who has an account.
 */
export function rememberAddress(publicUrl: URL, address: string): string {
  return cookie(publicUrl, NAME, encodeURIComponent(address), ARRIVAL_MINUTES * 60);
}

/** The ticket of the form just sent: `signInActivated`. */
export function rememberTicket(publicUrl: URL, ticket: string): string {
  return cookie(publicUrl, TICKET, ticket, ARRIVAL_MINUTES * 60);
}

export function ticketOf(visit: Visit): string {
  return visit.cookies[TICKET] ?? '';
}

export function forgetSignUp(publicUrl: URL): readonly string[] {
  return [NAME, TICKET].map((name) => cookie(publicUrl, name, '', 0));
}

export function rememberedAddress(visit: Visit): string | null {
  const address = visit.cookies[NAME] ?? '';
  return ADDRESS.test(address) ? address : null;
}

function cookie(publicUrl: URL, name: string, value: string, seconds: number): string {
  const secure = publicUrl.protocol === 'https:' ? '; Secure' : '';
  return `${name}=${value}; Path=/compte/activer; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}
