import { type Query, queryOf } from '../../platform/query.ts';

/** The office's. */
export const addresses = {
  reminders: (more: Query = {}): string => `/gestion/relances${queryOf(more)}`,
  reminder: (id: string, more: Query = {}): string => `/gestion/relances/${id}${queryOf(more)}`,
};
