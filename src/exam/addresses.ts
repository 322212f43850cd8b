import { type Query, queryOf } from '../platform/query.ts';
import type { ImportKind } from './exam.ts';

export const IMPORT_NAMES: Readonly<Record<ImportKind, string>> = {
  rooms: 'centres',
  sittings: 'calendrier',
  people: 'examinateurs',
};

/** The addresses of the exam at the office, then those of others that mend what it misses. */
export const addresses = {
  home: (more: Query = {}): string => `/gestion/examen${queryOf(more)}`,
  centres: (more: Query = {}): string => `/gestion/examen/centres${queryOf(more)}`,
  centresUsed: (more: Query = {}): string => `/gestion/examen/centres/utiliser${queryOf(more)}`,
  loans: (more: Query = {}): string => `/gestion/examen/centres/prets${queryOf(more)}`,
  lentCentreLeft: (id: string, more: Query = {}): string =>
    `/gestion/examen/centres/prets/centres/${id}/quitter${queryOf(more)}`,
  loanEnded: (id: string, more: Query = {}): string => `/gestion/examen/centres/prets/${id}/retirer${queryOf(more)}`,
  newCentre: (more: Query = {}): string => `/gestion/examen/centres/nouveau${queryOf(more)}`,
  centre: (id: string, more: Query = {}): string => `/gestion/examen/centres/${id}${queryOf(more)}`,
  newRoom: (centre: string, more: Query = {}): string => `/gestion/examen/centres/${centre}/salles${queryOf(more)}`,
  room: (id: string, more: Query = {}): string => `/gestion/examen/salles/${id}${queryOf(more)}`,
  calendar: (more: Query = {}): string => `/gestion/examen/calendrier${queryOf(more)}`,
  newSitting: (more: Query = {}): string => `/gestion/examen/calendrier/nouveau${queryOf(more)}`,
  sitting: (id: string, more: Query = {}): string => `/gestion/examen/calendrier/${id}${queryOf(more)}`,
  /** The calendar as a drawing, and where one of its tests is moved. */
  drawing: (more: Query = {}): string => `/gestion/examen/calendrier/dessin${queryOf(more)}`,
  moveSitting: (id: string, more: Query = {}): string => `/gestion/examen/calendrier/${id}/deplacer${queryOf(more)}`,
  sitters: (more: Query = {}): string => `/gestion/examen/candidats${queryOf(more)}`,
  /** Of the office's door: who owes a certificate of safety, its time being over. */
  certificates: (more: Query = {}): string => `/gestion/attestations${queryOf(more)}`,
  /** Of the rooms after this one. */
  examiners: (more: Query = {}): string => `/gestion/examen/examinateurs${queryOf(more)}`,
  people: (more: Query = {}): string => `/gestion/examen/examinateurs/personnes${queryOf(more)}`,
  marks: (more: Query = {}): string => `/gestion/notes${queryOf(more)}`,
  attendance: (more: Query = {}): string => `/gestion/examen/presences${queryOf(more)}`,
  plan: (more: Query = {}): string => `/gestion/examen/plan${queryOf(more)}`,
  /** What a head does with a plan: `repartir`, `corriger`, `abandonner`, `publication`. */
  planAct: (act: string, more: Query = {}): string => `/gestion/examen/plan/${act}${queryOf(more)}`,
  without: (more: Query = {}): string => `/gestion/examen/plan/sans-place${queryOf(more)}`,
  planFaults: (more: Query = {}): string => `/gestion/examen/plan/fautes${queryOf(more)}`,
  planSearch: (more: Query = {}): string => `/gestion/examen/plan/candidats${queryOf(more)}`,
  planCentre: (id: string, more: Query = {}): string => `/gestion/examen/plan/centres/${id}${queryOf(more)}`,
  planPerson: (id: string, more: Query = {}): string => `/gestion/examen/plan/candidats/${id}${queryOf(more)}`,
  /** `places`: keeps or lets go; `centre`: all units elsewhere. */
  personAct: (id: string, act: string, more: Query = {}): string =>
    `/gestion/examen/plan/candidats/${id}/${act}${queryOf(more)}`,
  unitSeat: (id: string, unit: string, more: Query = {}): string =>
    `/gestion/examen/plan/candidats/${id}/unites/${encodeURIComponent(unit)}${queryOf(more)}`,
  seatRemoval: (id: string, unit: string, more: Query = {}): string =>
    `/gestion/examen/plan/candidats/${id}/unites/${encodeURIComponent(unit)}/enlever${queryOf(more)}`,
  summonses: (more: Query = {}): string => `/gestion/examen/convocations${queryOf(more)}`,
  summonsesCsv: (more: Query = {}): string => `/gestion/examen/convocations.csv${queryOf(more)}`,
  summonsesAnew: (more: Query = {}): string => `/gestion/examen/convocations/renvoyer${queryOf(more)}`,
  summonsAgain: (id: string, more: Query = {}): string => `/gestion/examen/convocations/${id}/renvoyer${queryOf(more)}`,
  lists: (more: Query = {}): string => `/gestion/examen/listes${queryOf(more)}`,
  list: (name: string, more: Query = {}): string => `/gestion/examen/listes/${name}.pdf${queryOf(more)}`,
  /** Of who could not come: a page of a higher room. */
  absence: (enrolmentId: string): string => `/candidatures/${enrolmentId}/absence`,
  /** The candidate's own. */
  summons: (enrolmentId: string): string => `/candidatures/${enrolmentId}/convocation`,
  summonsCalendar: (enrolmentId: string): string => `/candidatures/${enrolmentId}/convocation.ics`,
  file: (id: string): string => `/gestion/dossiers/${id}`,
  removal: (of: string): string => {
    const [path, search] = of.split('?');
    return `${path}/supprimer${search === undefined ? '' : `?${search}`}`;
  },
  import: (what: ImportKind, more: Query = {}): string =>
    `/gestion/examen/importer/${IMPORT_NAMES[what]}${queryOf(more)}`,
  importConfirmed: (more: Query = {}): string => `/gestion/examen/importer/calendrier/confirmer${queryOf(more)}`,
  export: (what: ImportKind, more: Query = {}): string =>
    `/gestion/examen/exporter/${IMPORT_NAMES[what]}${queryOf(more)}`,
  queue: (more: Query): string => `/gestion/corbeille${queryOf(more)}`,
  files: (more: Query): string => `/gestion/dossiers${queryOf(more)}`,
  rules: '/gestion/regles',
};
