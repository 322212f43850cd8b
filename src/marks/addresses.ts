import { type Query, queryOf } from '../platform/query.ts';
import type { RoundName } from './marks.ts';

/** The head's, then the clerk's. */
export const addresses = {
  home: '/gestion',
  list: (more: Query = {}): string => `/gestion/notes${queryOf(more)}`,
  open: '/gestion/notes/lots',
  clerks: '/gestion/notes/personnes',
  batch: (id: string, more: Query = {}): string => `/gestion/notes/${id}${queryOf(more)}`,
  act: (
    id: string,
    act: 'liste' | 'ajout' | 'reouverture' | 'verrou' | 'deverrouillage' | 'correction' | 'anonymat',
  ): string => `/gestion/notes/${id}/${act}`,
  enrolment: (id: string): string => `/gestion/dossiers/${id}`,
  lifted: (id: string, lift: string): string => `/gestion/notes/${id}/anonymat/${lift}`,
  differences: (id: string): string => `/gestion/notes/${id}/ecarts`,
  entry: (id: string, more: Query = {}): string => `/gestion/notes/${id}/saisie${queryOf(more)}`,
  done: (id: string): string => `/gestion/notes/${id}/saisie/terminee`,
  file: (id: string): string => `/gestion/notes/${id}/fichier`,
  template: (id: string, format: 'csv' | 'xlsx'): string => `/gestion/notes/${id}/modele.${format}`,
  sheet: (id: string, sheet: string): string => `/gestion/notes/${id}/fiche/${sheet}`,
  countersign: (id: string, sheet: string): string => `/gestion/notes/${id}/fiche/${sheet}/contreseing`,
  late: (id: string, sheet: string): string => `/gestion/notes/${id}/fiche/${sheet}/correction`,
  preview: (id: string, file: string): string => `/gestion/notes/${id}/fichier/${file}`,
};

/** What the address of a reopening says. */
export const ROUND_NAMES: Readonly<Record<RoundName, string>> = { first: 'premiere', second: 'seconde' };
