type More = Readonly<Record<string, string | null | undefined>>;

function query(more: More): string {
  const given = Object.entries(more).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, value]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

const AT = '/gestion/resultats-anterieurs';

export const addresses = {
  /** Files, and what waits. */
  home: (more: More = {}): string => `${AT}${query(more)}`,
  template: (format: 'csv' | 'xlsx'): string => `${AT}/modele.${format}`,
  import: (id: string): string => `${AT}/fichiers/${id}`,
  takeBack: (id: string): string => `${AT}/fichiers/${id}/retrait`,
  claims: (more: More = {}): string => `${AT}/demandes${query(more)}`,
  /** What may be one candidate's. */
  person: (enrolmentId: string, more: More = {}): string => `${AT}/candidats/${enrolmentId}${query(more)}`,
  confirm: (enrolmentId: string): string => `${AT}/candidats/${enrolmentId}/lien`,
  refuse: (enrolmentId: string): string => `${AT}/candidats/${enrolmentId}/refus`,
  undo: (enrolmentId: string): string => `${AT}/candidats/${enrolmentId}/retrait`,
  /** The candidate's own. */
  own: (enrolmentId: string, more: More = {}): string =>
    `/candidatures/${enrolmentId}/resultats-anterieurs${query(more)}`,
};
