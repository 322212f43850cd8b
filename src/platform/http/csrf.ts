import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Cookie, cookieName, setCookie } from './cookies.ts';

/**
 * Two walls against forged forms: the browser's own word (Origin, Sec-Fetch-Site), then a token tied to a cookie. The token
 * is masked anew in each page, so that compression tells nothing of it (BREACH).
 */
export type FormCookie = { readonly value: string; readonly header: string };

export type Csrf = {
  readonly cookieName: string;
  readonly newCookie: () => FormCookie;
  readonly token: (cookie: string) => string;
  readonly matches: (cookie: string | undefined, token: unknown) => boolean;
  readonly sameOrigin: (origin: string | undefined, fetchSite: string | undefined, host: string | undefined) => boolean;
};

const LENGTH = 32;

export const FORM_COOKIE: Cookie = {
  name: 'registre_form',
  path: 'host',
  seconds: 86_400,
  purpose: 'protéger les formulaires',
};

export function createCsrf(secret: string, publicUrl: URL): Csrf {
  const digest = (cookie: string): Buffer => createHmac('sha256', secret).update(`form ${cookie}`).digest();
  return {
    cookieName: cookieName(FORM_COOKIE, publicUrl),
    newCookie: () => {
      const value = randomBytes(18).toString('base64url');
      return { value, header: setCookie(FORM_COOKIE, publicUrl, value) };
    },
    token: (cookie) => {
      const mask = randomBytes(LENGTH);
      return Buffer.concat([mask, xor(digest(cookie), mask)]).toString('base64url');
    },
    matches: (cookie, token) => {
      if (cookie === undefined || typeof token !== 'string') return false;
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length !== 2 * LENGTH) return false;
      return timingSafeEqual(xor(bytes.subarray(LENGTH), bytes.subarray(0, LENGTH)), digest(cookie));
    },
    sameOrigin: (origin, fetchSite, host) => {
      if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false;
      if (origin === undefined) return true;
      if (!URL.canParse(origin)) return false;
      const from = new URL(origin);
      return from.origin === publicUrl.origin || from.host === host;
    },
  };
}

function xor(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)));
}
