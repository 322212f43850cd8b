import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';

/** What square codes are signed with during one year. Nothing secret is stored: it comes from the installation's own secret. */
export type SigningKey = {
  /** Eight hexadecimal digits, the beginning of the SHA-256 of the public key. */
  readonly id: string;
  readonly year: number;
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Buffer;
  readonly sign: (body: Uint8Array) => Buffer;
};

/** Of a private key of 32 bytes in PKCS #8 (RFC 8410). */
const HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Another secret or another year gives another key. */
export function signingKey(secret: string, year: number): SigningKey {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', `registre square codes ${year}`, 32));
  const key = createPrivateKey({ key: Buffer.concat([HEAD, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = rawOf(createPublicKey(key));
  return { id: keyIdOf(publicKey), year, publicKey, sign: (body) => sign(null, body, key) };
}

function keyIdOf(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 8);
}

export function isSignedBy(publicKey: Uint8Array, body: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, body, createPublicKey({ key: publicJwk(publicKey), format: 'jwk' }), signature);
}

/** A public key as other programs read it (RFC 8037). */
export type PublicJwk = { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string };

export function publicJwk(publicKey: Uint8Array): PublicJwk {
  return { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
}

function rawOf(key: KeyObject): Buffer {
  return Buffer.from(String(key.export({ format: 'jwk' }).x), 'base64url');
}
