import type { Notification } from '../../papers/index.ts';

/** What an office looks for among its notifications. */
export const LETTER_FILTERS = ['to-post', 'posted', 'deposited', 'notified'] as const;
export type LetterFilter = (typeof LETTER_FILTERS)[number];

/** In an address. */
export const LETTER_FILTER_NAMES: Readonly<Record<LetterFilter, string>> = {
  'to-post': 'a-envoyer',
  posted: 'parties',
  deposited: 'en-ligne',
  notified: 'notifiees',
};

/** What is to be sent, unless something else is asked for. */
export function readLetterFilter(text: string | undefined): LetterFilter {
  return LETTER_FILTERS.find((one) => LETTER_FILTER_NAMES[one] === text) ?? 'to-post';
}

export function isShown({ state }: Pick<Notification, 'state'>, filter: LetterFilter): boolean {
  return state === filter;
}
