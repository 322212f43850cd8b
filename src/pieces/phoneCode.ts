import type { EnrolmentId } from '../enrolment/index.ts';
import { linkDigest, linkToken, readLinkToken } from '../platform/linkToken.ts';
import type { Branded } from '../platform/result.ts';
import type { PieceId } from './piece.ts';

/** A square code on a computer, by which one telephone deposits for the pieces of one enrolment, without sign-in; as one of them reads it. */
export type PhoneCodeId = Branded<'PhoneCodeId'>;
export type PhoneCode = {
  readonly id: PhoneCodeId;
  readonly session: string;
  readonly enrolmentId: EnrolmentId;
  readonly candidateId: string;
  readonly pieceId: PieceId;
  readonly code: string;
  readonly confidential: boolean;
  /** It was made for this piece, and serves others too. */
  readonly own: boolean;
  readonly endsAt: Temporal.Instant;
  readonly openedAt: Temporal.Instant | null;
  /** The mark of the telephone that opened it. */
  readonly phone: string | null;
  /** It may be used: in its time, not ended, and the browser that shows it is still signed in. */
  readonly holds: boolean;
  readonly endedWhy: (typeof ENDINGS)[number] | null;
  /** Of what was deposited by it for this piece, and where that stands; null: nothing was. */
  readonly receipt: string | null;
  readonly given: GivenByPhone | null;
};

/** `unreadable`: its candidate reads why where they are signed in. */
export type GivenByPhone = {
  readonly finishedAt: Temporal.Instant;
  readonly unread: boolean;
  readonly unreadable: boolean;
};

/** `deposited`: of before, when it served once. */
export const ENDINGS = ['deposited', 'replaced', 'revoked'] as const;
/** Real time, from when it is shown, and from each deposit by it. */
export const CODE_LIVES = { minutes: 10 } as const;

const WORD_SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ34';

/** What the square code says. */
export function tokenOf(secret: string, id: PhoneCodeId): string {
  return linkToken(secret, 'phone', id);
}

/** null: not one of ours. */
export function readToken(secret: string, token: string): PhoneCodeId | null {
  return readLinkToken(secret, 'phone', token);
}

/** Four signs that stand on both screens, to see that it is the right code. They open nothing. */
export function wordOf(secret: string, id: PhoneCodeId): string {
  return [...linkDigest(secret, 'phone', id).subarray(12, 16)]
    .map((byte) => WORD_SIGNS[byte % WORD_SIGNS.length])
    .join('');
}
