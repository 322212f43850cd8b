import { randomBytes } from 'node:crypto';
import { fromBase32, plainSigns, toBase32 } from './base32.ts';

/** What is printed on a paper and typed at `/verifier`: twelve signs, 60 bits that nobody guesses. */
export const CODE_LENGTH = 12;

export function newCode(): string {
  return toBase32(randomBytes(8)).slice(0, CODE_LENGTH);
}

/** `7K2M-Q4ZT-09AB`, as it is printed. */
export function codeInGroups(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as somebody typed it, with or without its strokes; null when it can't be one. */
export function readCode(typed: string): string | null {
  const signs = plainSigns(typed.replace(/[\s\u2010-\u2015.-]/g, ''));
  return signs.length === CODE_LENGTH && fromBase32(signs) !== null ? signs : null;
}
