import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
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
  const key = createSecretKey(secret, 'utf8');
  const digest = (cookie: string): Buffer => createHmac('sha256', key).update(`form ${cookie}`).digest();
  return {
    cookieName: cookieName(FORM_COOKIE, publicUrl),
    newCookie: () => {
      const value = randomBytes(18).toString('base64url');
      return { value, header: setCookie(FORM_COOKIE, publicUrl, value) };
    },
    token: (cookie) => {
      const mask = drawMask();
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

/** Masks drawn at once: asking the system for each costs more than all else of a token. */
const DRAWN = 128;
let masks: Buffer = Buffer.alloc(0);

function drawMask(): Buffer {
  if (masks.length === 0) masks = randomBytes(DRAWN * LENGTH);
  const mask = masks.subarray(0, LENGTH);
  masks = masks.subarray(LENGTH);
  return mask;
}

function xor(a: Buffer, b: Buffer): Buffer {
  const both = Buffer.allocUnsafe(a.length);
  for (let index = 0; index < a.length; index += 1) both[index] = (a[index] ?? 0) ^ (b[index] ?? 0);
  return both;
}
