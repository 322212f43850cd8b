import type { EnrolmentId } from '../enrolment/index.ts';
import type { ListName } from './request.ts';

type Id = EnrolmentId | string;

/** The candidate's, then the service's. */
export const addresses = {
  request: (id: Id, message?: string): string => `/candidatures/${id}/amenagement${messageOf(message)}`,
  documents: (id: Id): string => `/candidatures/${id}/amenagement/fichiers`,
  document: (id: Id, document: string): string => `/candidatures/${id}/amenagement/fichiers/${document}`,
  removal: (id: Id, document: string): string => `/candidatures/${id}/amenagement/fichiers/${document}/supprimer`,
  answer: (id: Id): string => `/candidatures/${id}/amenagement/reponse`,
  said: (id: Id): string => `/candidatures/${id}/amenagement/ailleurs`,
  withdrawal: (id: Id): string => `/candidatures/${id}/amenagement/retrait`,
  home: '/gestion',
  list: ({ list, page, message }: { list?: ListName; page?: number; message?: string } = {}): string => {
    const query = new URLSearchParams();
    if (list !== undefined && list !== 'waiting') query.set('liste', list);
    if (page !== undefined && page > 1) query.set('page', String(page));
    if (message !== undefined) query.set('message', message);
    return `/gestion/amenagements${query.size === 0 ? '' : `?${query}`}`;
  },
  file: (id: Id, message?: string): string => `/gestion/amenagements/${id}${messageOf(message)}`,
  shown: (id: Id, document: string): string => `/gestion/amenagements/${id}?document=${document}`,
  act: (id: Id, act: 'demande' | 'medecin' | 'avis' | 'decision'): string => `/gestion/amenagements/${id}/${act}`,
  served: (id: Id, document: string): string => `/gestion/amenagements/${id}/fichiers/${document}`,
  servedPage: (id: Id, document: string, page: number): string =>
    `/gestion/amenagements/${id}/fichiers/${document}/pages/${page}`,
  /** A letter that contests a decision: the office's door has its page. */
  postedAppeal: (id: Id): string => `/gestion/amenagements/${id}/recours`,
  notification: (id: Id, paper: string): string => `/gestion/amenagements/${id}/notifications/${paper}/pdf`,
  /** The tray of all that the service sends by the post; the office's door has its page. */
  letters: '/gestion/amenagements/courriers',
  letter: (id: Id, message?: string): string => `/gestion/amenagements/${id}/courrier${messageOf(message)}`,
  waiver: (piece: string): string => `/gestion/pieces/${piece}`,
};

function messageOf(message: string | undefined): string {
  return message === undefined ? '' : `?message=${message}`;
}
