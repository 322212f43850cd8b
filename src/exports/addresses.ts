import { type Query, queryOf } from '../platform/query.ts';

/** Lists and files that leave the site. */
export const addresses = {
  exports: (more: Query = {}): string => `/gestion/exports${queryOf(more)}`,
  exportedList: '/gestion/exports/inscriptions',
  pieces: (id: string): string => `/gestion/dossiers/${id}/fichiers`,
};
