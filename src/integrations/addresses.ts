import { type Query, queryOf } from '../platform/query.ts';

/** Other programs: what the office opens to them, and what they ask. */
export const addresses = {
  home: (more: Query = {}): string => `/gestion/logiciels${queryOf(more)}`,
  newKey: '/gestion/logiciels/cles/nouvelle',
  key: (id: string, more: Query = {}): string => `/gestion/logiciels/cles/${id}${queryOf(more)}`,
  newHook: '/gestion/logiciels/avis/nouveau',
  hook: (id: string, more: Query = {}): string => `/gestion/logiciels/avis/${id}${queryOf(more)}`,
  api: {
    sessions: '/api/v1/sessions',
    files: '/api/v1/files',
    file: '/api/v1/files/:id',
    results: '/api/v1/results',
    description: '/api/v1/openapi.json',
  },
};
