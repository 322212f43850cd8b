import { createHmac, randomInt } from 'node:crypto';
import { columns, instant, type RowOf, uuid } from '../platform/database/columns.ts';
import type { AccountsDeps } from './deps.ts';

export const ASKED_LETTER = columns({ id: uuid, askedBy: uuid, askedAt: instant });
/** Asked for by one person of the office, and not printed yet. */
export type AskedLetter = RowOf<typeof ASKED_LETTER>;

/** How long the code of a letter serves: somebody without a mail box may take a season to find one. */
export const ACCESS_LETTER_DAYS = 90;
/** Read on paper and typed: without 0 and O, 1, I and L. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 12;

/** « 7HKM-2QRT-9XWB »: 59 bits. */
export function newAccessCode(): string {
  const drawn = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)] ?? '');
  return drawn.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** As somebody types it, spaces and small letters included; null: no code looks like that. */
export function readAccessCode(typed: string): string | null {
  const bare = typed.toUpperCase().replace(/[\s-]/g, '');
  return bare.length === LENGTH && [...bare].every((letter) => LETTERS.includes(letter)) ? bare : null;
}

/** What stands in the database in its place. */
export function accessMark({ secret }: Pick<AccountsDeps, 'secret'>, bare: string): string {
  return createHmac('sha256', secret).update(`access letter ${bare}`).digest('base64url');
}
