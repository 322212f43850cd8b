import { queryOf } from '../../platform/query.ts';

export const tourAddresses = {
  home: '/demo',
  /** Where a button of a stop is posted. */
  go: '/demo/visite',
  /** `absente`: the number of a stop that there is nothing to show of. */
  tour: (code: string, more: { readonly absente?: number } = {}): string => `/demo/visite/${code}${queryOf(more)}`,
};
