import { type Query, queryOf } from '../platform/query.ts';

/** Lists and files that leave the site. */
export const addresses = {
  exports: (more: Query = {}): string => `/gestion/exports${queryOf(more)}`,
  exportedList: '/gestion/exports/inscriptions',
  /** A list that is made ready without its reader. */
  order: (id: string): string => `/gestion/exports/prets/${id}`,
  orderFile: (id: string): string => `/gestion/exports/prets/${id}/fichier`,
  pieces: (id: string): string => `/gestion/dossiers/${id}/fichiers`,
};
