import { COMMON_WORDS } from './commonPasswords.ts';

/** `notice`: 8 to 20 characters with upper, lower and special. `modern`: 12 to 128, any characters. */
export type PasswordPolicy = 'notice' | 'modern';

export type PasswordFault =
  | 'too-short'
  | 'too-long'
  | 'no-upper'
  | 'no-lower'
  | 'no-special'
  | 'common'
  | 'holds-name'
  | 'holds-address';

export type PasswordOwner = { readonly names: readonly string[]; readonly address: string };

export const PASSWORD_LENGTH = { notice: { least: 8, most: 20 }, modern: { least: 12, most: 128 } } as const;

/** Parts of names shorter than this stand in too many words to be refused. */
const TELLING_LENGTH = 4;
const FEWEST_DIFFERENT = 5;
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '€': 'e',
};

/**
 * Every rule that a password breaks, so that one message names them all. Characters are counted as people see them, not as
 * UTF-16. The composition is the notice's (section I); the common words make up for what it lets through (a11y.md, section 6).
 */
export function passwordFaults(
  policy: PasswordPolicy,
  password: string,
  owner: PasswordOwner,
): readonly PasswordFault[] {
  const { least, most } = PASSWORD_LENGTH[policy];
  const length = [...password].length;
  const faults: PasswordFault[] = [];
  if (length < least) faults.push('too-short');
  if (length > most) faults.push('too-long');
  if (policy === 'notice') {
    if (!/\p{Lu}/u.test(password)) faults.push('no-upper');
    if (!/\p{Ll}/u.test(password)) faults.push('no-lower');
    if (!/[^\p{L}\p{M}\p{N}\s]/u.test(password)) faults.push('no-special');
  }
  if (isCommon(password)) faults.push('common');
  if (owner.names.some((name) => holdsName(password, name))) faults.push('holds-name');
  if (holdsAddress(password, owner.address)) faults.push('holds-address');
  return faults;
}

function isCommon(password: string): boolean {
  if (password.length > 0 && new Set(fold(password)).size < FEWEST_DIFFERENT) return true;
  return [letters(password), letters(withoutLookalikes(password))].some(
    (word) => COMMON_WORDS.has(word) || COMMON_WORDS.has(halfOf(word)),
  );
}

function holdsName(password: string, name: string): boolean {
  const haystacks = [letters(password), letters(withoutLookalikes(password))];
  return [name, ...name.split(/[^\p{L}\p{M}]+/u)]
    .map(letters)
    .some((part) => part.length >= TELLING_LENGTH && haystacks.some((haystack) => haystack.includes(part)));
}

function holdsAddress(password: string, address: string): boolean {
  const local = fold(address.split('@')[0] ?? '');
  return local.length >= TELLING_LENGTH && fold(password).includes(local);
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function letters(text: string): string {
  return fold(text).replace(/[^\p{L}]/gu, '');
}

function withoutLookalikes(text: string): string {
  return [...text].map((character) => LOOKALIKES[character] ?? character).join('');
}

/** `azertyazerty` is `azerty` twice. */
function halfOf(word: string): string {
  const half = word.slice(0, word.length / 2);
  return half + half === word ? half : word;
}
