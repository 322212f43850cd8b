import { createHmac, timingSafeEqual } from 'node:crypto';

/** `__Host-` binds the cookie to this host and to https; browsers refuse the prefix on plain http. */
export function sessionCookieName(publicUrl: URL): string {
  return publicUrl.protocol === 'https:' ? '__Host-registre_session' : 'registre_session';
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
