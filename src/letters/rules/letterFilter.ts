import type { LetterStanding } from '../../papers/index.ts';

/** What an office looks for among what goes by the post. */
export const LETTER_FILTERS = ['to-post', 'posted', 'deposited', 'notified', 'told', 'over'] as const;
export type LetterFilter = (typeof LETTER_FILTERS)[number];

/** In an address. */
export const LETTER_FILTER_NAMES: Readonly<Record<LetterFilter, string>> = {
  'to-post': 'a-envoyer',
  posted: 'parties',
  deposited: 'en-ligne',
  notified: 'notifiees',
  told: 'par-telephone',
  over: 'sans-objet',
};

/** What is to be sent, unless something else is asked for. */
export function readLetterFilter(text: string | undefined): LetterFilter {
  return LETTER_FILTERS.find((one) => LETTER_FILTER_NAMES[one] === text) ?? 'to-post';
}

/** The post keeps a registered letter that nobody fetched for fifteen days: from the day after, it has something to say. */
export const NEWS_DAYS = 15;

export function isShown({ state }: Pick<LetterStanding, 'state'>, filter: LetterFilter): boolean {
  return state === filter;
}

/** Decisions that are notified, letters in the place of mails, or both. */
export const LETTER_SORTS = ['decisions', 'lettres'] as const;
export type LetterSort = (typeof LETTER_SORTS)[number];

export function readLetterSort(text: string | undefined): LetterSort | null {
  return LETTER_SORTS.find((one) => one === text) ?? null;
}
