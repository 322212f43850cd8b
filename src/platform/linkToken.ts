import { createHash, createHmac } from 'node:crypto';
import { readId } from './uuid.ts';

/** What an address that opens something without sign-in is made of; `use`: one for another thing opens nothing here. */
export function linkDigest(secret: string, use: string, id: string): Buffer {
  return createHmac('sha256', secret).update(`${use} ${id}`).digest();
}

/** The id, and 96 bits that only this installation can work out. Nothing of it is stored. */
export function linkToken(secret: string, use: string, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, linkDigest(secret, use, id).subarray(0, 12)]).toString('base64url');
}

/** null: not one of ours. */
export function readLinkToken<Id extends string>(secret: string, use: string, token: string): Id | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 28) return null;
  const id = readId<Id>(bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
  return id !== null && linkToken(secret, use, id) === token ? id : null;
}

/** What is stored of the cookie of who opened it. */
export function cookieMark(cookie: string): string {
  return createHash('sha256').update(cookie).digest('hex');
}
