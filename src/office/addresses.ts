import { accommodationAddresses } from '../accommodations/index.ts';
import { queryOf } from '../platform/query.ts';

type More = Readonly<Record<string, string | number | null | undefined>>;

/** The addresses of the staff's door. */
export const addresses = {
  units: (id: string): string => `/gestion/dossiers/${id}/unites`,
  /** What a candidate asks by letter once their result is published. */
  postedAppealLetter: (id: string, request: string): string => `/gestion/dossiers/${id}/recours/${request}/lettre`,
  /** The same for the service of accommodations, of what contests its decisions. */
  healthAppeal: (id: string): string => accommodationAddresses.postedAppeal(id),
  healthAppealLetter: (id: string, request: string): string => `/gestion/amenagements/${id}/recours/${request}/lettre`,
  postedAppeal: (id: string, more: More = {}): string => `/gestion/dossiers/${id}/recours${queryOf(more)}`,
  /** A session as its head looks at it. */
  dashboard: (more: More = {}): string => `/gestion/tableau-de-bord${queryOf(more)}`,
  /** The refusals that give one reason; none: in the officer's own words. */
  refusedFor: (more: More): string => `/gestion/tableau-de-bord/refus${queryOf(more)}`,
  dashboardFile: (more: More): string => `/gestion/tableau-de-bord/fichier${queryOf(more)}`,
  /** What one asked for that takes its time. */
  works: '/gestion/travaux',
  refusals: '/gestion/journal/refus',
  /** What nights erase. */
  nights: (more: More = {}): string => `/gestion/journal/effacements${queryOf(more)}`,
  journal: (more: More = {}): string => `/gestion/journal${queryOf(more)}`,
};
