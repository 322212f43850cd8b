import { accommodationAddresses } from '../accommodations/index.ts';
import { type Query, queryOf } from '../platform/query.ts';

/** Letters of the service that alone reads of somebody's health; those of the office are `paperDesk`'s. */
export const addresses = {
  /** The same of what is sent by who alone reads of somebody's health. */
  healthLetters: (more: Query = {}): string => `${accommodationAddresses.letters}${queryOf(more)}`,
  healthLetterList: (more: Query = {}): string => `${accommodationAddresses.letters}/liste${queryOf(more)}`,
  healthLetterLabels: (more: Query = {}): string => `${accommodationAddresses.letters}/etiquettes${queryOf(more)}`,
  healthLetter: (id: string, letter: string, more: Query = {}): string =>
    `${accommodationAddresses.letters}/${id}/${letter}${queryOf(more)}`,
};
