import { keysOf } from '../../platform/keys.ts';
import type { Query } from '../../platform/query.ts';

/**
 * The lists of *Clôture*, in the order of the work, under their names in addresses. `apart`: something came in time that the service couldn't
 * take; the last two: files on which an annulment is proposed, or decided.
 */
export const CLOSING_LISTS = {
  apart: 'a-regarder',
  'to-invite': 'a-inviter',
  invited: 'invites',
  expired: 'a-annuler',
  proposed: 'proposees',
  cancelled: 'annulees',
} as const;
export type ClosingList = keyof typeof CLOSING_LISTS;

/** Which files one looks at; null: whichever. `wrote`: whether their candidates answered the invitation. */
export type ClosingSearch = {
  readonly list: ClosingList | null;
  readonly speciality: string | null;
  readonly piece: string | null;
  readonly wrote: boolean | null;
};

/** What an address asks for. Words that mean nothing are no filter. */
export function readClosingSearch(query: Readonly<Record<string, string | undefined>>): ClosingSearch {
  return {
    list: keysOf(CLOSING_LISTS).find((name) => CLOSING_LISTS[name] === query.etat) ?? null,
    speciality: shaped(query.specialite, /^\d{8}$/),
    piece: shaped(query.piece, /^[0-9A-Z]{3,9}$/),
    wrote: query.observations === 'oui' ? true : query.observations === 'non' ? false : null,
  };
}

function shaped(text: string | undefined, shape: RegExp): string | null {
  return text !== undefined && shape.test(text) ? text : null;
}

/** The same as the parameters of an address. */
export function closingQuery({ list, speciality, piece, wrote }: ClosingSearch): Query {
  return {
    etat: list === null ? null : CLOSING_LISTS[list],
    specialite: speciality,
    piece,
    observations: wrote === null ? null : wrote ? 'oui' : 'non',
  };
}
