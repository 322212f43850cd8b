import { type Query, queryOf } from '../../platform/query.ts';

/** The office's. */
export const addresses = {
  incident: (more: Query = {}): string => `/gestion/incident${queryOf(more)}`,
};
