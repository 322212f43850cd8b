import { examAddresses } from '../exam/index.ts';

type More = Readonly<Record<string, string | null>>;

function query(more: More): string {
  const given = Object.entries(more).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[name, value]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

export const addresses = {
  list: (more: More = {}): string => `/gestion/remplacements${query(more)}`,
  decide: '/gestion/remplacements',
  /** The candidate's own: why they could not come. */
  own: (enrolment: string, more: More = {}): string => `${examAddresses.absence(enrolment)}${query(more)}`,
  proof: (enrolment: string, excuse: string, proof: string): string =>
    `${examAddresses.absence(enrolment)}/${excuse}/fichiers/${proof}`,
  proofs: (enrolment: string, excuse: string): string => `${examAddresses.absence(enrolment)}/${excuse}/fichiers`,
  withdrawal: (enrolment: string, excuse: string): string => `${examAddresses.absence(enrolment)}/${excuse}/retrait`,
  /** The service's. */
  toRead: (more: More = {}): string => `/gestion/amenagements/absences${query(more)}`,
  excuse: (excuse: string, more: More = {}): string => `/gestion/amenagements/absences/${excuse}${query(more)}`,
  served: (excuse: string, proof: string): string => `/gestion/amenagements/absences/${excuse}/fichiers/${proof}`,
  file: (session: string, format: 'csv' | 'xlsx'): string =>
    `/gestion/remplacements/liste${query({ session, format })}`,
};
