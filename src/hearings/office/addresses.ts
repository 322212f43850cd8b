import { type Query, queryOf } from '../../platform/query.ts';

/** The office's. */
export const addresses = {
  hearings: (id: string, more: Query = {}): string => `/gestion/dossiers/${id}/procedures${queryOf(more)}`,
  certificates: (more: Query = {}): string => `/gestion/attestations${queryOf(more)}`,
};
