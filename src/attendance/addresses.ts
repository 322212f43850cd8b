import { type Query, queryOf } from '../platform/query.ts';
/** The keeper's, then the head's. */
export const addresses = {
  day: (more: Query = {}): string => `/centre${queryOf(more)}`,
  mark: '/centre/pointer',
  remark: '/centre/remarques',
  calls: '/centre/passages',
  phoned: '/centre/prevenus',
  /** For devices: the day as data, what was said, whether somebody may still keep it, the page without its data, the worker. */
  data: '/centre/jour',
  batch: '/centre/pointages',
  /** Of the room after this one: who examines there. */
  examiners: (more: Query = {}): string => `/centre/examinateurs${queryOf(more)}`,
  allowed: (account: string): string => `/centre/droit/${account}`,
  shell: '/centre/appareil',
  worker: '/centre/travailleur.js',

  overview: (more: Query = {}): string => `/gestion/examen/presences${queryOf(more)}`,
  table: (more: Query = {}): string => `/gestion/examen/presences/tableau.csv${queryOf(more)}`,
  correction: (more: Query = {}): string => `/gestion/examen/presences/correction${queryOf(more)}`,
  keepers: (more: Query = {}): string => `/gestion/examen/presences/personnes${queryOf(more)}`,
  keeperRemoval: (more: Query = {}): string => `/gestion/examen/presences/personnes/retirer${queryOf(more)}`,
};
