import { expect, it } from 'vitest';
import { isShown, LETTER_FILTER_NAMES, LETTER_FILTERS, readLetterFilter, trackingIn } from './letterFilter.ts';

it('shows what is to be sent, unless an address names something else', () => {
  for (const one of LETTER_FILTERS) expect(readLetterFilter(LETTER_FILTER_NAMES[one])).toBe(one);
  expect([readLetterFilter(undefined), readLetterFilter('')]).toEqual(['to-post', 'to-post']);
  expect(Object.values(LETTER_FILTER_NAMES)).toEqual(['a-envoyer', 'parties', 'en-ligne', 'notifiees']);
  expect([isShown({ state: 'posted' }, 'posted'), isShown({ state: 'notified' }, 'posted')]).toEqual([true, false]);
});

it('takes a number of the post as it is printed, with spaces, points or small letters', () => {
  expect(trackingIn(' 1a 123.456-789\u00a001 ')).toBe('1A12345678901');
});
