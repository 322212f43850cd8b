import { type Query, queryOf } from '../../platform/query.ts';
import type { SentStep } from './store.ts';

/** How an address says what a reminder brought. */
export const BROUGHT_NAMES = { opened: 'ouvertes', whole: 'rien-a-donner' } satisfies Record<
  NonNullable<SentStep['brought']>,
  string
>;

/** The office's. */
export const addresses = {
  reminders: (more: Query = {}): string => `/gestion/relances${queryOf(more)}`,
  /** To whom a step of one deadline was sent. */
  sent: ({ session, until, step, brought }: SentStep, page?: number): string => {
    const only = brought === undefined ? undefined : BROUGHT_NAMES[brought];
    return `/gestion/relances${queryOf({ session, echeance: until.toString(), etape: step, parmi: only, page })}`;
  },
  reminder: (id: string, more: Query = {}): string => `/gestion/relances/${id}${queryOf(more)}`,
};
