import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Cookie, dropCookie } from '../../platform/http/cookies.ts';

const SESSION_HOURS = 12;

/** Written by the library (`library.ts`), which keeps the session as long. */
export const SESSION_COOKIE = {
  name: 'registre_session',
  path: 'host',
  seconds: SESSION_HOURS * 3600,
  purpose: 'vous reconnaître tant que vous êtes connecté',
} as const satisfies Cookie;

/** What makes a browser forget it. */
export function dropSession(publicUrl: URL): string {
  return dropCookie(SESSION_COOKIE, publicUrl);
}

/** The value that better-auth writes: the token, a point, its HMAC-SHA256. A copy of the database alone opens no session. */
export function signToken(token: string, secret: string): string {
  return `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`;
}

/** The session's token, if the cookie was written by us. */
export function readToken(cookie: string | undefined, secret: string): string | null {
  const end = cookie?.lastIndexOf('.') ?? -1;
  if (cookie === undefined || end < 1) return null;
  const token = cookie.slice(0, end);
  const expected = Buffer.from(signToken(token, secret));
  const given = Buffer.from(cookie);
  return expected.length === given.length && timingSafeEqual(expected, given) ? token : null;
}
