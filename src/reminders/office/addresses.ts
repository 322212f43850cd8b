import { type Query, queryOf } from '../../platform/query.ts';
import type { SentStep } from './store.ts';

/** The office's. */
export const addresses = {
  reminders: (more: Query = {}): string => `/gestion/relances${queryOf(more)}`,
  /** To whom a step of one deadline was sent. */
  sent: ({ session, until, step }: SentStep, page?: number): string =>
    `/gestion/relances${queryOf({ session, echeance: until.toString(), etape: step, page })}`,
  reminder: (id: string, more: Query = {}): string => `/gestion/relances/${id}${queryOf(more)}`,
};
