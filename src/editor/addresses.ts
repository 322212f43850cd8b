import { type Query, queryOf } from '../platform/query.ts';
export const HOME = '/gestion/regles';
/** Where a draft stands, for routes. */
export const DRAFT = '/gestion/regles/brouillons/:id';

/** The addresses of the editor of rules. */
export const addresses = {
  home: (more: Query = {}): string => `${HOME}${queryOf(more)}`,
  extensions: (more: Query = {}): string => `${HOME}/prolongations${queryOf(more)}`,
  extension: (id: string, more: Query = {}): string => `${HOME}/prolongations/${id}${queryOf(more)}`,
  publication: (id: number): string => `${HOME}/publications/${id}`,
  publicationExport: (id: number): string => `${HOME}/publications/${id}/export.zip`,
  draft: (id: string, more: Query = {}): string => `${HOME}/brouillons/${id}${queryOf(more)}`,
  /** A page of a draft: `sessions`, `sessions/<code>`, `fichiers`… */
  part: (id: string, part: string, more: Query = {}): string => `${HOME}/brouillons/${id}/${part}${queryOf(more)}`,
};
