import { type Query, queryOf } from '../platform/query.ts';
export const addresses = {
  home: (more: Query = {}): string => `/gestion/statistiques${queryOf(more)}`,
  marks: (more: Query = {}): string => `/gestion/statistiques/notes${queryOf(more)}`,
  file: (more: Query): string => `/gestion/statistiques/fichier${queryOf(more)}`,
};
