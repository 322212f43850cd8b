import { type Query, queryOf } from '../platform/query.ts';

/** One person: their accounts, address, civil status, and what is typed for them. */
export const addresses = {
  civilStatus: (id: string): string => `/gestion/dossiers/${id}/etat-civil`,
  doubles: '/gestion/doublons',
  double: (one: string, other: string, more: Query = {}): string => `/gestion/doublons/${one}/${other}${queryOf(more)}`,
  notes: (id: string): string => `/gestion/dossiers/${id}/notes`,
  address: (id: string): string => `/gestion/dossiers/${id}/adresse`,
  /** What a candidate asks for, typed by an officer. */
  type: (id: string): string => `/gestion/dossiers/${id}/saisir`,
  typing: (id: string, step: string): string => `/gestion/dossiers/${id}/saisie/${step}`,
  leaveTyping: (id: string): string => `/gestion/dossiers/${id}/saisie/laisser`,
  typingProof: (id: string, entry: string): string => `/gestion/dossiers/${id}/saisie/preuves/${entry}`,
  accessLetter: (id: string): string => `/gestion/dossiers/${id}/lettre-acces`,
  paperEnrolment: (more: Query = {}): string => `/gestion/inscrire${queryOf(more)}`,
  /** Candidates of the system in place, and the lists that brought them in. */
  changeover: (more: Query = {}): string => `/gestion/reprise${queryOf(more)}`,
  changeoverLists: (more: Query = {}): string => `/gestion/reprise/listes${queryOf(more)}`,
  changeoverTemplate: '/gestion/reprise/listes/modele.csv',
  changeoverList: (id: string): string => `/gestion/reprise/listes/${id}`,
  takeBackList: (id: string): string => `/gestion/reprise/listes/${id}/retrait`,
  /** One of them: who the list says they are, and their enrolment opened from there. */
  changeoverPerson: (line: string, more: Query = {}): string => `/gestion/reprise/candidats/${line}${queryOf(more)}`,
  resumePerson: (line: string): string => `/gestion/reprise/candidats/${line}/suite`,
  calls: '/gestion/appels',
  /** At the telephone with them. */
  call: (id: string, more: Query = {}): string => `/gestion/dossiers/${id}/appel${queryOf(more)}`,
  callNote: (id: string): string => `/gestion/dossiers/${id}/appel/note`,
  callMail: (id: string): string => `/gestion/dossiers/${id}/appel/mail`,
  callUnlock: (id: string): string => `/gestion/dossiers/${id}/appel/essais`,
  unreached: '/gestion/injoignables',
};
