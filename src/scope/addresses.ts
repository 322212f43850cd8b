import { type Query, queryOf } from '../platform/query.ts';

/** What pages of the staff name in every room. */
export const addresses = {
  home: '/gestion',
  files: (more: Query = {}): string => `/gestion/dossiers${queryOf(more)}`,
  file: (id: string, more: Query = {}): string => `/gestion/dossiers/${id}${queryOf(more)}`,
  toSign: (more: Query = {}): string => `/gestion/a-signer${queryOf(more)}`,
  closingCase: (id: string, more: Query = {}): string => `/gestion/cloture/${id}${queryOf(more)}`,
  closing: (more: Query = {}): string => `/gestion/cloture${queryOf(more)}`,
  /** Where a decision on a reserve is taken. */
  reserve: (id: string): string => `/gestion/dossiers/${id}/reserve`,
  piece: (id: string): string => `/gestion/pieces/${id}`,
};
