import type { Visit } from '../platform/http/visit.ts';
import type { Scheme } from '../ui/index.ts';

const NAME = 'registre_apparence';
const A_YEAR = 31_536_000;

/** Light, dark, or as the machine: what this browser chose at `/apparence`. */
export function schemeOf(visit: Pick<Visit, 'cookies'>): Scheme {
  return readScheme(visit.cookies[NAME]) ?? 'system';
}

function readScheme(value: string | undefined): Scheme | null {
  return value === 'system' || value === 'light' || value === 'dark' ? value : null;
}

/** Following the machine needs no cookie: it goes away. */
export function schemeCookie(scheme: Scheme, publicUrl: URL): string {
  const secure = publicUrl.protocol === 'https:' ? '; Secure' : '';
  const kept = scheme === 'system' ? '=; Max-Age=0' : `=${scheme}; Max-Age=${A_YEAR}`;
  return `${NAME}${kept}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}
