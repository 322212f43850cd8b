import { type Query, queryOf } from '../../platform/query.ts';

/** The office's: letters to post, papers printed in number. */
export const addresses = {
  letters: (more: Query = {}): string => `/gestion/courriers${queryOf(more)}`,
  letterList: (more: Query = {}): string => `/gestion/courriers/liste${queryOf(more)}`,
  letterLabels: (more: Query = {}): string => `/gestion/courriers/etiquettes${queryOf(more)}`,
  /** Of a letter in the place of a mail, or of one decision. */
  oneLetter: (id: string, letter: string, more: Query = {}): string =>
    `/gestion/dossiers/${id}/courriers/${letter}${queryOf(more)}`,
  /** Of the last decision on a file. */
  letter: (id: string, more: Query = {}): string => `/gestion/cloture/${id}/courrier${queryOf(more)}`,
  editions: (more: Query = {}): string => `/gestion/editions${queryOf(more)}`,
  edition: (id: string): string => `/gestion/editions/${id}`,
  editionFiles: (id: string): string => `/gestion/editions/${id}/documents.zip`,
};
