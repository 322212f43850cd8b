import { type Query, queryOf } from '../platform/http/query.ts';

/** What pages of the staff name in every room. */
export const addresses = {
  home: '/gestion',
  files: (more: Query = {}): string => `/gestion/dossiers${queryOf(more)}`,
  file: (id: string, more: Query = {}): string => `/gestion/dossiers/${id}${queryOf(more)}`,
};
