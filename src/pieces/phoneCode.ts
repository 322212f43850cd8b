import { createHash, createHmac } from 'node:crypto';
import type { EnrolmentId } from '../enrolment/index.ts';
import type { Branded } from '../platform/result.ts';
import { readId } from '../platform/uuid.ts';
import type { PieceId } from './piece.ts';

/** A square code on a computer, by which one telephone deposits for one piece of one enrolment, without sign-in. */
export type PhoneCodeId = Branded<'PhoneCodeId'>;
export type PhoneCode = {
  readonly id: PhoneCodeId;
  readonly session: string;
  readonly enrolmentId: EnrolmentId;
  readonly candidateId: string;
  readonly pieceId: PieceId;
  readonly code: string;
  readonly confidential: boolean;
  readonly endsAt: Temporal.Instant;
  readonly openedAt: Temporal.Instant | null;
  /** The mark of the telephone that opened it. */
  readonly phone: string | null;
  /** It may be used: in its time, not ended, and the browser that shows it is still signed in. */
  readonly holds: boolean;
  readonly endedWhy: (typeof ENDINGS)[number] | null;
  /** Of what was deposited by it, and where that stands; null: nothing was. */
  readonly receipt: string | null;
  readonly given: GivenByPhone | null;
};

/** `unreadable`: its candidate reads why where they are signed in. */
export type GivenByPhone = {
  readonly finishedAt: Temporal.Instant;
  readonly unread: boolean;
  readonly unreadable: boolean;
};

export const ENDINGS = ['deposited', 'replaced', 'revoked'] as const;
/** Real time, from when it is shown. */
export const CODE_LIVES = { minutes: 10 } as const;

const WORD_SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ34';

function digestOf(secret: string, id: string): Buffer {
  return createHmac('sha256', secret).update(`phone ${id}`).digest();
}

/** What the square code says: the id, and 96 bits that only this installation can work out. Nothing of it is stored. */
export function tokenOf(secret: string, id: PhoneCodeId): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, digestOf(secret, id).subarray(0, 12)]).toString('base64url');
}

/** null: not one of ours. */
export function readToken(secret: string, token: string): PhoneCodeId | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 28) return null;
  const id = readId<PhoneCodeId>(bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
  return id !== null && tokenOf(secret, id) === token ? id : null;
}

/** Four signs that stand on both screens, to see that it is the right code. They open nothing. */
export function wordOf(secret: string, id: PhoneCodeId): string {
  return [...digestOf(secret, id).subarray(12, 16)].map((byte) => WORD_SIGNS[byte % WORD_SIGNS.length]).join('');
}

/** What is stored of a telephone's cookie. */
export function markOf(cookie: string): string {
  return createHash('sha256').update(cookie).digest('hex');
}
