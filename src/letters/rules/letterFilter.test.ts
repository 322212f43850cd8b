import { expect, it } from 'vitest';
import { isShown, LETTER_FILTER_NAMES, LETTER_FILTERS, readLetterFilter, readLetterSort } from './letterFilter.ts';

it('shows what is to be sent, unless an address names something else', () => {
  for (const one of LETTER_FILTERS) expect(readLetterFilter(LETTER_FILTER_NAMES[one])).toBe(one);
  expect([readLetterFilter(undefined), readLetterFilter('')]).toEqual(['to-post', 'to-post']);
  expect(Object.values(LETTER_FILTER_NAMES)).toEqual([
    'a-envoyer',
    'parties',
    'en-ligne',
    'notifiees',
    'par-telephone',
    'sans-objet',
  ]);
  expect([isShown({ state: 'posted' }, 'posted'), isShown({ state: 'notified' }, 'posted')]).toEqual([true, false]);
  expect([readLetterSort('decisions'), readLetterSort('toutes'), readLetterSort(undefined)]).toEqual([
    'decisions',
    null,
    null,
  ]);
});
