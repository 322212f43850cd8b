import { accommodationAddresses } from '../accommodations/index.ts';
import { queryOf } from '../platform/query.ts';
import type { QueueFilter } from './office.ts';
import { NO_FILTER, queueQuery } from './rules/queueFilter.ts';

type More = Readonly<Record<string, string | number | null | undefined>>;

/** The addresses of the staff's door. */
export const addresses = {
  queue: (filter: QueueFilter = NO_FILTER, more: More = {}): string => `/gestion/corbeille${queueQuery(filter, more)}`,
  piece: (id: string, filter: QueueFilter = NO_FILTER, more: More = {}): string =>
    `/gestion/pieces/${id}${queueQuery(filter, more)}`,
  claimPiece: (id: string, filter: QueueFilter = NO_FILTER): string =>
    `/gestion/pieces/${id}/prise${queueQuery(filter)}`,
  onBehalf: (piece: string): string => `/gestion/pieces/${piece}/deposer`,
  notes: (id: string): string => `/gestion/dossiers/${id}/notes`,
  claimFile: (id: string): string => `/gestion/dossiers/${id}/prise`,
  takeBack: (id: string, filter: QueueFilter = NO_FILTER): string =>
    `/gestion/pieces/${id}/reprise${queueQuery(filter)}`,
  document: (piece: string, deposit: string): string => `/gestion/pieces/${piece}/fichiers/${deposit}`,
  documentPage: (piece: string, deposit: string, page: number): string =>
    `/gestion/pieces/${piece}/fichiers/${deposit}/pages/${page}`,
  /** Of a document that is compared with another. */
  pageBeside: (piece: string, deposit: string): string =>
    `/gestion/pieces/${piece}/fichiers/${deposit}/pages/1?a-cote=oui`,
  paper: (id: string, paper: string): string => `/gestion/dossiers/${id}/documents/${paper}/pdf`,
  handOver: (more: More = {}): string => `/gestion/confier${queryOf(more)}`,
  units: (id: string): string => `/gestion/dossiers/${id}/unites`,
  /** What a candidate asks by letter once their result is published. */
  postedAppealLetter: (id: string, request: string): string => `/gestion/dossiers/${id}/recours/${request}/lettre`,
  /** The same for the service of accommodations, of what contests its decisions. */
  healthAppeal: (id: string): string => accommodationAddresses.postedAppeal(id),
  healthAppealLetter: (id: string, request: string): string => `/gestion/amenagements/${id}/recours/${request}/lettre`,
  postedAppeal: (id: string, more: More = {}): string => `/gestion/dossiers/${id}/recours${queryOf(more)}`,
  prepared: (id: string): string => `/gestion/a-signer/${id}`,
  reserve: (id: string): string => `/gestion/dossiers/${id}/reserve`,
  /** The same of what is sent by who alone reads of somebody's health. */
  healthLetters: (more: More = {}): string => `${accommodationAddresses.letters}${queryOf(more)}`,
  healthLetterList: (more: More = {}): string => `${accommodationAddresses.letters}/liste${queryOf(more)}`,
  healthLetterLabels: (more: More = {}): string => `${accommodationAddresses.letters}/etiquettes${queryOf(more)}`,
  healthLetter: (id: string, letter: string, more: More = {}): string =>
    `${accommodationAddresses.letters}/${id}/${letter}${queryOf(more)}`,
  exports: (more: More = {}): string => `/gestion/exports${queryOf(more)}`,
  exportedList: '/gestion/exports/inscriptions',
  pieces: (id: string): string => `/gestion/dossiers/${id}/fichiers`,
  refusals: '/gestion/journal/refus',
  journal: (more: More = {}): string => `/gestion/journal${queryOf(more)}`,
};
