type More = Readonly<Record<string, string | number | null | undefined>>;

function query(more: More): string {
  const given = Object.entries(more).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

export const addresses = {
  list: (more: More = {}): string => `/gestion/publication${query(more)}`,
  prepare: '/gestion/publication/preparer',
  press: (session: string, format: 'csv' | 'xlsx'): string =>
    `/gestion/publication/presse${query({ session, format })}`,
  one: (id: string, more: More = {}): string => `/gestion/publication/${id}${query(more)}`,
  act: (id: string, act: string): string => `/gestion/publication/${id}/${act}`,
  cases: (more: More = {}): string => `/gestion/recours${query(more)}`,
  case: (id: string): string => `/gestion/recours/${id}`,
  ask: (enrolmentId: string): string => `/candidatures/${enrolmentId}/resultats/demandes`,
  /** The admitted who agree to be named. */
  names: (more: More = {}): string => `/resultats${query(more)}`,
  caseLetter: (id: string): string => `/gestion/recours/${id}/lettre`,
  /** Of the service of accommodations, which alone reads what contests its decisions. */
  healthCases: (more: More = {}): string => `/gestion/amenagements/recours${query(more)}`,
  healthCase: (id: string): string => `/gestion/amenagements/recours/${id}`,
  healthCaseLetter: (id: string): string => `/gestion/amenagements/recours/${id}/lettre`,
  /** An appeal against one decision. */
  contest: (enrolmentId: string, decisionId: string, more: More = {}): string =>
    `/candidatures/${enrolmentId}/recours/${decisionId}${query(more)}`,
  ownLetter: (enrolmentId: string, caseId: string): string => `/candidatures/${enrolmentId}/demandes/${caseId}/lettre`,
  /** The candidate's own. */
  own: (enrolmentId: string): string => `/candidatures/${enrolmentId}/resultats`,
};
