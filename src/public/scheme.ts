import { type Cookie, dropCookie, setCookie } from '../platform/http/cookies.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Scheme } from '../ui/index.ts';

export const SCHEME_COOKIE: Cookie = {
  name: 'registre_apparence',
  path: '/',
  seconds: 31_536_000,
  purpose: 'retenir les couleurs choisies',
};

/** Light, dark, or as the machine: what this browser chose at `/apparence`. */
export function schemeOf(visit: Pick<Visit, 'cookies'>): Scheme {
  return readScheme(visit.cookies[SCHEME_COOKIE.name]) ?? 'system';
}

function readScheme(value: string | undefined): Scheme | null {
  return value === 'system' || value === 'light' || value === 'dark' ? value : null;
}

/** Following the machine needs no cookie: it goes away. */
export function schemeCookie(scheme: Scheme, publicUrl: URL): string {
  return scheme === 'system' ? dropCookie(SCHEME_COOKIE, publicUrl) : setCookie(SCHEME_COOKIE, publicUrl, scheme);
}
