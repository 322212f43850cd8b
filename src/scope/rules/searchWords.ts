import { foldName } from '../../accounts/index.ts';
import { readEnrolmentNumber } from '../../enrolment/index.ts';
import { frenchDate, LONGEST_SEARCH } from '../../ui/index.ts';

/** What was typed in the search, understood. */
export type Search =
  | { readonly kind: 'everything' }
  | { readonly kind: 'number'; readonly number: string }
  /** Figures alone, as people read them out: each is what they may be, null where they can't be that. */
  | Figures
  /** It looks like a number, but its check letter doesn't fit. */
  | { readonly kind: 'wrong-number' }
  /** Nothing that a name could be found by: another alphabet, signs alone. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'address'; readonly part: string }
  /** `part`: of a mail, where nobody has that name: « candidat.12 », « puy63 ». */
  | { readonly kind: 'name'; readonly words: readonly string[]; readonly part: string | null }
  /** Ticked one by one in a list. */
  | { readonly kind: 'chosen'; readonly ids: readonly string[] };

export type Figures = {
  readonly kind: 'figures';
  /** Of a number, 127 for BP24-00127-K. */
  readonly serial: string | null;
  /** The last nine of a phone, whatever country is written before them. */
  readonly phone: string | null;
  /** The last two or three pairs of a phone. */
  readonly ends: string | null;
  /** A day of birth. */
  readonly day: Temporal.PlainDate | null;
  /** The same in each year in which somebody may be born, where the year wasn't said. */
  readonly days: readonly Temporal.PlainDate[];
};

export function readSearch(typed: string | undefined, prefixes: readonly string[]): Search {
  const text = (typed ?? '').slice(0, LONGEST_SEARCH).trim();
  if (text === '') return { kind: 'everything' };
  const number = readEnrolmentNumber(text, prefixes);
  if (number !== null) return { kind: 'number', number };
  const figures = readFigures(text);
  if (figures !== null) return figures;
  const compact = text.toUpperCase().replace(SEPARATORS, '');
  const prefix = prefixes.find((one) => compact.startsWith(one)) ?? '';
  const rest = compact.slice(prefix.length);
  // Without its letter it can't be checked, only looked for.
  if (SERIAL.test(rest)) return { ...NO_FIGURES, serial: rest.padStart(5, '0') };
  if (prefix !== '' && /^\d+[A-Z]?$/.test(rest)) return { kind: 'wrong-number' };
  // Signs that no name bears: they are looked for as they are, in mails.
  if (/[@%_\\]/.test(text))
    return text.length < 3 ? { kind: 'nothing' } : { kind: 'address', part: text.toLowerCase() };
  const words = foldName(text)
    .split(' ')
    .filter((word) => word !== '');
  const part = /^[\w.+-]{3,}$/.test(text) ? text.toLowerCase() : null;
  return words.length === 0 && part === null ? { kind: 'nothing' } : { kind: 'name', words, part };
}

const NO_FIGURES: Figures = { kind: 'figures', serial: null, phone: null, ends: null, day: null, days: [] };
const SEPARATORS = /[\s\-–.]/g;
const SERIAL = /^\d{1,9}$/;

/** What figures may be; null: nothing, or they aren't figures alone. */
function readFigures(text: string): Figures | null {
  const day = readBirth(text);
  const days = day === null ? readBirthdays(text) : [];
  const isFigures = /^(00|\+)?[\d\s./()–-]+$/.test(text);
  const figures = text.replace(/\D/g, '');
  const compact = text.replace(SEPARATORS, '');
  // Nobody reads a zero that isn't there: « 6 12… » is a whole phone.
  const isWhole = figures.length > 9 ? /^(0|\+)/.test(text) && figures.length <= 15 : /^[1-9]\d{8}$/.test(figures);
  const read: Figures = {
    kind: 'figures',
    serial: SERIAL.test(compact) ? compact.padStart(5, '0') : null,
    phone: isFigures && isWhole ? figures.slice(-9) : null,
    ends: isFigures && PAIRS.includes(figures.length) ? figures : null,
    day,
    days,
  };
  const isRead = [read.serial, read.phone, read.ends, day, days[0] ?? null].some((one) => one !== null);
  return isRead ? read : null;
}

/** Of how many figures of a phone the end is kept (`office_phone_ends`). */
const PAIRS = [4, 6];

/** Of whoever may enrol. */
const BORN = { from: 1920, to: 2020 } as const;

/** A day and a month with something between them, « 27/06 », « 27 juin »: without it they are the end of a phone, or a number. */
function readBirthdays(text: string): readonly Temporal.PlainDate[] {
  const [, first = '', between = '', second = ''] = /^(\S+?)([-/. ])(\S+)$/.exec(text) ?? [];
  if (between === '') return [];
  // Of a leap year, which has every day.
  const [read] = [`${first}${between}${second}`, `${second}${between}${first}`].flatMap(
    (one) => frenchDate().safeParse(`${one}${between}2000`).data ?? [],
  );
  if (read === undefined) return [];
  const years = Array.from({ length: BORN.to - BORN.from + 1 }, (_, nth) => BORN.from + nth);
  return years.flatMap((year) => {
    const born = Temporal.PlainDate.from({ year, month: read.month, day: read.day });
    return born.day === read.day ? [born] : [];
  });
}

/** A day as French people write it, or with its year first, or its month: three figures in whatever order make one. */
export function readBirth(text: string): Temporal.PlainDate | null {
  const orders = [
    text,
    text.replace(/^(\d{4})([-/. ]?)(\d{2})\2(\d{2})$/, '$4/$3/$1'),
    text.replace(/^(\d{2})([-/. ]?)(\d{2})\2(\d{4})$/, '$3/$1/$4'),
  ];
  const read = orders.map((one) => frenchDate().safeParse(one)).find(({ success }) => success);
  return read?.data ?? null;
}

/** A word with two of its neighbouring letters exchanged, in each place: the commonest slip of a hand. */
export function withLettersSwapped(word: string): readonly string[] {
  return [...word.slice(1)].flatMap((letter, at) =>
    letter === word[at] ? [] : [word.slice(0, at) + letter + word.charAt(at) + word.slice(at + 2)],
  );
}
