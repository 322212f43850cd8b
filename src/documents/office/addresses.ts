import { type Query, queryOf } from '../../platform/query.ts';

/** Documents that an officer publishes. */
export const addresses = {
  /** What an enrolment was given, as the office reads it. */
  paper: (id: string, paper: string): string => `/gestion/dossiers/${id}/documents/${paper}/pdf`,
  publications: (more: Query = {}): string => `/gestion/documents${queryOf(more)}`,
  newPublication: (more: Query = {}): string => `/gestion/documents/nouveau${queryOf(more)}`,
  publication: (id: string, more: Query = {}): string => `/gestion/documents/${id}${queryOf(more)}`,
  publicationFile: (id: string): string => `/gestion/documents/${id}/pdf`,
  publicationWithdrawal: (id: string): string => `/gestion/documents/${id}/retrait`,
};
