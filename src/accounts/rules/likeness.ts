import type { Identity } from '../account.ts';
import { foldName } from './foldName.ts';

/** What of two files is compared. */
export type ComparedPerson = Identity & {
  /** Their last figures. */
  readonly phones: readonly string[];
};

/** Why two files may be one person's. */
export type Likeness = 'birth-date' | 'names' | 'names-swapped' | 'names-close' | 'phone';

/**
 * Two files are proposed where the first names are alike and two of three are too: birth date, family name, telephone. Twins share
 * the three and no first name. It only proposes: a person decides. Null: not alike enough.
 */
export function likenessOf(one: ComparedPerson, other: ComparedPerson): readonly Likeness[] | null {
  const born: readonly Likeness[] = one.birthDate.equals(other.birthDate) ? ['birth-date'] : [];
  const phone: readonly Likeness[] = one.phones.some((figures) => other.phones.includes(figures)) ? ['phone'] : [];
  const [families, firsts] = [
    [familiesOf(one), familiesOf(other)],
    [formsOf(one.firstNames), formsOf(other.firstNames)],
  ] as const;
  const swapped =
    likest(families[0], firsts[1]) === 'same' && likest(firsts[0], families[1]) === 'same' ? 'names-swapped' : null;
  const [family, first] = [likest(...families), likest(...firsts)];
  const names: Likeness | null =
    family === 'same' && first === 'same'
      ? 'names'
      : (swapped ?? (family !== null && first !== null ? 'names-close' : null));
  if (names !== null) return born.length + phone.length === 0 ? null : [...born, names, ...phone];
  return first !== null && born.length + phone.length === 2 ? [...born, ...phone] : null;
}

/** Without particles: words of three letters or less before another, as the office's search has them. */
function familiesOf({ birthName, usageName }: ComparedPerson): readonly string[] {
  return [birthName, usageName ?? ''].flatMap((name) =>
    formsOf(name, (word, at, words) => word.length > 3 || at === words.length - 1),
  );
}

/** The words of a name that say something, and all of it as one word: « Le Fèvre » is lefevre. */
function formsOf(
  name: string,
  says: (word: string, at: number, words: readonly string[]) => boolean = ({ length }) => length > 1,
): readonly string[] {
  const words = foldName(name).split(' ');
  return [...words.filter(says), words.join('')].filter((form) => form !== '');
}

function likest(ones: readonly string[], others: readonly string[]): 'same' | 'close' | null {
  if (ones.some((one) => others.includes(one))) return 'same';
  return ones.some((one) => others.some((other) => isOneLetterFrom(one, other))) ? 'close' : null;
}

/** Shorter words that differ by one letter are other words: Anne, Anna. */
const SHORTEST = 5;

/** Do they differ by one letter: missing, wrong, or exchanged with its neighbour? */
export function isOneLetterFrom(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < SHORTEST || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [a, b] = [one.slice(start), other.slice(start)];
  return (
    a.slice(1) === b ||
    a === b.slice(1) ||
    a.slice(1) === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}
