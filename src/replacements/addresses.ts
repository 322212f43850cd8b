import { examAddresses } from '../exam/index.ts';
import { type Query, queryOf } from '../platform/query.ts';

export const addresses = {
  list: (more: Query = {}): string => `/gestion/remplacements${queryOf(more)}`,
  decide: '/gestion/remplacements',
  /** The candidate's own: why they could not come. */
  own: (enrolment: string, more: Query = {}): string => `${examAddresses.absence(enrolment)}${queryOf(more)}`,
  proof: (enrolment: string, excuse: string, proof: string): string =>
    `${examAddresses.absence(enrolment)}/${excuse}/fichiers/${proof}`,
  proofs: (enrolment: string, excuse: string): string => `${examAddresses.absence(enrolment)}/${excuse}/fichiers`,
  withdrawal: (enrolment: string, excuse: string): string => `${examAddresses.absence(enrolment)}/${excuse}/retrait`,
  /** The service's. */
  toRead: (more: Query = {}): string => `/gestion/amenagements/absences${queryOf(more)}`,
  excuse: (excuse: string, more: Query = {}): string => `/gestion/amenagements/absences/${excuse}${queryOf(more)}`,
  served: (excuse: string, proof: string): string => `/gestion/amenagements/absences/${excuse}/fichiers/${proof}`,
  file: (session: string, format: 'csv' | 'xlsx'): string =>
    `/gestion/remplacements/liste${queryOf({ session, format })}`,
};
