import { type Query, queryOf } from '../../platform/query.ts';

/** The office's: what is incomplete when its time is over. */
export const addresses = {
  proposals: (more: Query = {}): string => `/gestion/cloture/annulations${queryOf(more)}`,
  lot: (id: string, more: Query = {}): string => `/gestion/cloture/annulations/${id}${queryOf(more)}`,
  invitations: (lot: string): string => `/gestion/cloture/invitations/${lot}`,
};
