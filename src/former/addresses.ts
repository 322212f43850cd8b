import { type Query, queryOf } from '../platform/query.ts';

const AT = '/gestion/resultats-anterieurs';

export const addresses = {
  /** Files, and what waits. */
  home: (more: Query = {}): string => `${AT}${queryOf(more)}`,
  template: (format: 'csv' | 'xlsx'): string => `${AT}/modele.${format}`,
  import: (id: string): string => `${AT}/fichiers/${id}`,
  takeBack: (id: string): string => `${AT}/fichiers/${id}/retrait`,
  claims: (more: Query = {}): string => `${AT}/demandes${queryOf(more)}`,
  /** What may be one candidate's. */
  person: (enrolmentId: string, more: Query = {}): string => `${AT}/candidats/${enrolmentId}${queryOf(more)}`,
  confirm: (enrolmentId: string): string => `${AT}/candidats/${enrolmentId}/lien`,
  refuse: (enrolmentId: string): string => `${AT}/candidats/${enrolmentId}/refus`,
  undo: (enrolmentId: string): string => `${AT}/candidats/${enrolmentId}/retrait`,
  /** The candidate's own. */
  own: (enrolmentId: string, more: Query = {}): string =>
    `/candidatures/${enrolmentId}/resultats-anterieurs${queryOf(more)}`,
};
