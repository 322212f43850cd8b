import { type Query, queryOf } from '../../platform/query.ts';

/** Documents that an officer publishes. */
export const addresses = {
  /** What an enrolment was given, as the office reads it. */
  paper: (id: string, paper: string): string => `/gestion/dossiers/${id}/documents/${paper}/pdf`,
  documents: (more: Query = {}): string => `/gestion/documents${queryOf(more)}`,
  newDocument: (more: Query = {}): string => `/gestion/documents/nouveau${queryOf(more)}`,
  document: (id: string, more: Query = {}): string => `/gestion/documents/${id}${queryOf(more)}`,
  documentFile: (id: string): string => `/gestion/documents/${id}/pdf`,
  documentWithdrawal: (id: string): string => `/gestion/documents/${id}/retrait`,
};
