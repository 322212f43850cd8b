import { type Query, queryOf } from '../platform/query.ts';

export const addresses = {
  boards: (more: Query = {}): string => `/commission/notes${queryOf(more)}`,
  sheet: '/commission/notes/fiche',
  verdict: '/commission/notes/accord',
  /** For devices: the boards as data, what was said, whether somebody may still keep it, the page without its data, the worker. */
  data: '/commission/notes/donnees',
  batch: '/commission/notes/envoi',
  allowed: (account: string): string => `/commission/notes/droit/${account}`,
  shell: '/commission/notes/appareil',
  worker: '/commission/notes/travailleur.js',
};
