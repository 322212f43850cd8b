import { foldName } from '../../accounts/index.ts';
import { readEnrolmentNumber } from '../../enrolment/index.ts';
import { frenchDate } from '../../ui/index.ts';

/** What was typed in the search, understood. */
export type Search =
  | { readonly kind: 'everything' }
  | { readonly kind: 'number'; readonly number: string }
  /** The figures alone, as people read them out: 127 for BP24-00127-K. */
  | { readonly kind: 'serial'; readonly digits: string }
  /** It looks like a number, but its check letter doesn't fit. */
  | { readonly kind: 'wrong-number' }
  /** Nothing that a name could be found by: another alphabet, signs alone. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'address'; readonly part: string }
  /** The last figures of a phone, whatever country is written before them. */
  | { readonly kind: 'phone'; readonly figures: string }
  | { readonly kind: 'birth'; readonly day: Temporal.PlainDate }
  | { readonly kind: 'name'; readonly words: readonly string[] }
  /** Ticked one by one in a list. */
  | { readonly kind: 'chosen'; readonly ids: readonly string[] };

const LONGEST = 200;

export function readSearch(typed: string | undefined, prefixes: readonly string[]): Search {
  const text = (typed ?? '').slice(0, LONGEST).trim();
  if (text === '') return { kind: 'everything' };
  const number = readEnrolmentNumber(text, prefixes);
  if (number !== null) return { kind: 'number', number };
  const birth = /^\d{1,2}([/. -])\d{1,2}\1\d{4}$/.test(text) ? frenchDate().safeParse(text) : null;
  if (birth?.success) return { kind: 'birth', day: birth.data };
  const figures = text.replace(/\D/g, '');
  if (/^(0|\+)[\d\s.()-]+$/.test(text) && figures.length >= 10 && figures.length <= 15)
    return { kind: 'phone', figures: figures.slice(-9) };
  const compact = text.toUpperCase().replace(/[\s\-–.]/g, '');
  const prefix = prefixes.find((one) => compact.startsWith(one)) ?? '';
  const rest = compact.slice(prefix.length);
  // Without its letter it can't be checked, only looked for.
  if (/^\d{1,9}$/.test(rest)) return { kind: 'serial', digits: rest.padStart(5, '0') };
  if (prefix !== '' && /^\d+[A-Z]?$/.test(rest)) return { kind: 'wrong-number' };
  if (text.includes('@')) return { kind: 'address', part: text.toLowerCase() };
  const words = foldName(text)
    .split(' ')
    .filter((word) => word !== '');
  return words.length === 0 ? { kind: 'nothing' } : { kind: 'name', words };
}

/** A word with two of its neighbouring letters exchanged, in each place: the commonest slip of a hand. */
export function withLettersSwapped(word: string): readonly string[] {
  return [...word.slice(1)].flatMap((letter, at) =>
    letter === word[at] ? [] : [word.slice(0, at) + letter + word.charAt(at) + word.slice(at + 2)],
  );
}
