import { type Query, queryOf } from '../platform/query.ts';
export const addresses = {
  list: (more: Query = {}): string => `/gestion/publication${queryOf(more)}`,
  prepare: '/gestion/publication/preparer',
  press: (session: string, format: 'csv' | 'xlsx'): string =>
    `/gestion/publication/presse${queryOf({ session, format })}`,
  one: (id: string, more: Query = {}): string => `/gestion/publication/${id}${queryOf(more)}`,
  act: (id: string, act: string): string => `/gestion/publication/${id}/${act}`,
  cases: (more: Query = {}): string => `/gestion/recours${queryOf(more)}`,
  case: (id: string): string => `/gestion/recours/${id}`,
  ask: (enrolmentId: string): string => `/candidatures/${enrolmentId}/resultats/demandes`,
  /** The admitted who agree to be named. */
  names: (more: Query = {}): string => `/resultats${queryOf(more)}`,
  caseLetter: (id: string): string => `/gestion/recours/${id}/lettre`,
  /** Of the service of accommodations, which alone reads what contests its decisions. */
  healthCases: (more: Query = {}): string => `/gestion/amenagements/recours${queryOf(more)}`,
  healthCase: (id: string): string => `/gestion/amenagements/recours/${id}`,
  healthCaseLetter: (id: string): string => `/gestion/amenagements/recours/${id}/lettre`,
  /** An appeal against one decision. */
  contest: (enrolmentId: string, decisionId: string, more: Query = {}): string =>
    `/candidatures/${enrolmentId}/recours/${decisionId}${queryOf(more)}`,
  ownLetter: (enrolmentId: string, caseId: string): string => `/candidatures/${enrolmentId}/demandes/${caseId}/lettre`,
  /** Scans of scripts, of who asked to see theirs. */
  scripts: (caseId: string, more: Query = {}): string => `/gestion/recours/${caseId}/copies${queryOf(more)}`,
  withdrawScript: (caseId: string, id: string): string => `/gestion/recours/${caseId}/copies/${id}/retrait`,
  ownScript: (enrolmentId: string, id: string): string => `/candidatures/${enrolmentId}/resultats/copies/${id}`,
  /** The candidate's own. */
  own: (enrolmentId: string): string => `/candidatures/${enrolmentId}/resultats`,
};
