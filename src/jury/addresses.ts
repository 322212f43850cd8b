import { type Query, queryOf } from '../platform/query.ts';
export type JuryActName = 'jury' | 'membres' | 'seance' | 'garder' | 'cloture' | 'confirmation' | 'reprise';

/** Juries of a session, one jury, one candidate of it, its record. */
export const addresses = {
  home: '/gestion',
  list: (more: Query = {}): string => `/gestion/deliberation${queryOf(more)}`,
  open: '/gestion/deliberation/jurys',
  jury: (id: string, more: Query = {}): string => `/gestion/deliberation/${id}${queryOf(more)}`,
  act: (id: string, act: JuryActName): string => `/gestion/deliberation/${id}/${act}`,
  unseat: (id: string): string => `/gestion/deliberation/${id}/membres/retrait`,
  dropMoment: (id: string): string => `/gestion/deliberation/${id}/seance/retrait`,
  candidates: (id: string, more: Query = {}): string => `/gestion/deliberation/${id}/candidats${queryOf(more)}`,
  candidate: (id: string, candidate: string, more: Query = {}): string =>
    `/gestion/deliberation/${id}/candidats/${candidate}${queryOf(more)}`,
  points: (id: string, candidate: string): string => `/gestion/deliberation/${id}/candidats/${candidate}/points`,
  examined: (id: string, candidate: string): string => `/gestion/deliberation/${id}/candidats/${candidate}/vu`,
  takeBack: (id: string, candidate: string): string => `/gestion/deliberation/${id}/candidats/${candidate}/retrait`,
  addition: (id: string, candidate: string): string => `/gestion/deliberation/${id}/candidats/${candidate}/additif`,
  additionEnd: (id: string, addition: string, act: 'confirmation' | 'retrait'): string =>
    `/gestion/deliberation/${id}/additifs/${addition}/${act}`,
  sheet: (id: string, number: number): string => `/gestion/deliberation/${id}/pv/${number}`,
};
