import { createHash, randomBytes } from 'node:crypto';

/** What every key begins with: programs that look for secrets left in sources know it by that. */
const BEGINS = 'registre_';
const SHOWN = BEGINS.length + 6;
const KEY = /^registre_[A-Za-z0-9_-]{43}$/;

/** 256 random bits: nobody guesses one, so that its plain hash is enough to know it again. */
export function newKey(): { readonly key: string; readonly shown: string; readonly hash: Buffer } {
  const key = `${BEGINS}${randomBytes(32).toString('base64url')}`;
  return { key, shown: key.slice(0, SHOWN), hash: hashOf(key) };
}

/** The hash of the key that a request bears (`Authorization: Bearer …`); null: it bears none that we could have made. */
export function hashIn(authorization: string | undefined): Buffer | null {
  const [, key] = /^bearer +(\S+) *$/i.exec(authorization ?? '') ?? [];
  return key !== undefined && KEY.test(key) ? hashOf(key) : null;
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
