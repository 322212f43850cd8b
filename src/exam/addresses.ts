import type { ImportKind } from './events.ts';

type More = Readonly<Record<string, string | number | null | undefined>>;

function query(more: More): string {
  const given = Object.entries(more).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

export const IMPORT_NAMES: Readonly<Record<ImportKind, string>> = { rooms: 'centres', sittings: 'calendrier' };

/** The addresses of the exam at the office, then those of others that mend what it misses. */
export const addresses = {
  home: (more: More = {}): string => `/gestion/examen${query(more)}`,
  centres: (more: More = {}): string => `/gestion/examen/centres${query(more)}`,
  newCentre: (more: More = {}): string => `/gestion/examen/centres/nouveau${query(more)}`,
  centre: (id: string, more: More = {}): string => `/gestion/examen/centres/${id}${query(more)}`,
  newRoom: (centre: string, more: More = {}): string => `/gestion/examen/centres/${centre}/salles${query(more)}`,
  room: (id: string, more: More = {}): string => `/gestion/examen/salles/${id}${query(more)}`,
  calendar: (more: More = {}): string => `/gestion/examen/calendrier${query(more)}`,
  newSitting: (more: More = {}): string => `/gestion/examen/calendrier/nouveau${query(more)}`,
  sitting: (id: string, more: More = {}): string => `/gestion/examen/calendrier/${id}${query(more)}`,
  sitters: (more: More = {}): string => `/gestion/examen/candidats${query(more)}`,
  /** Of the office's door: who owes a certificate of safety, its time being over. */
  certificates: (more: More = {}): string => `/gestion/attestations${query(more)}`,
  /** Of the room after this one. */
  attendance: (more: More = {}): string => `/gestion/examen/presences${query(more)}`,
  plan: (more: More = {}): string => `/gestion/examen/plan${query(more)}`,
  /** What a head does with a plan: `repartir`, `corriger`, `abandonner`, `publication`. */
  planAct: (act: string, more: More = {}): string => `/gestion/examen/plan/${act}${query(more)}`,
  without: (more: More = {}): string => `/gestion/examen/plan/sans-place${query(more)}`,
  planFaults: (more: More = {}): string => `/gestion/examen/plan/fautes${query(more)}`,
  planSearch: (more: More = {}): string => `/gestion/examen/plan/candidats${query(more)}`,
  planCentre: (id: string, more: More = {}): string => `/gestion/examen/plan/centres/${id}${query(more)}`,
  planPerson: (id: string, more: More = {}): string => `/gestion/examen/plan/candidats/${id}${query(more)}`,
  /** `places`: keeps or lets go; `centre`: all units elsewhere. */
  personAct: (id: string, act: string, more: More = {}): string =>
    `/gestion/examen/plan/candidats/${id}/${act}${query(more)}`,
  unitSeat: (id: string, unit: string, more: More = {}): string =>
    `/gestion/examen/plan/candidats/${id}/unites/${encodeURIComponent(unit)}${query(more)}`,
  seatRemoval: (id: string, unit: string, more: More = {}): string =>
    `/gestion/examen/plan/candidats/${id}/unites/${encodeURIComponent(unit)}/enlever${query(more)}`,
  summonses: (more: More = {}): string => `/gestion/examen/convocations${query(more)}`,
  summonsesCsv: (more: More = {}): string => `/gestion/examen/convocations.csv${query(more)}`,
  summonsesAnew: (more: More = {}): string => `/gestion/examen/convocations/renvoyer${query(more)}`,
  summonsAgain: (id: string, more: More = {}): string => `/gestion/examen/convocations/${id}/renvoyer${query(more)}`,
  lists: (more: More = {}): string => `/gestion/examen/listes${query(more)}`,
  list: (name: string, more: More = {}): string => `/gestion/examen/listes/${name}.pdf${query(more)}`,
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
  import: (what: ImportKind, more: More = {}): string => `/gestion/examen/importer/${IMPORT_NAMES[what]}${query(more)}`,
  export: (what: ImportKind, more: More = {}): string => `/gestion/examen/exporter/${IMPORT_NAMES[what]}${query(more)}`,
  queue: (more: More): string => `/gestion/corbeille${query(more)}`,
  files: (more: More): string => `/gestion/dossiers${query(more)}`,
  rules: '/gestion/regles',
};
