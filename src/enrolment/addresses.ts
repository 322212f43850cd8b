import type { EnrolmentId, StepName } from './enrolment.ts';

/** The addresses of one enrolment. */
export const addresses = {
  list: '/candidatures',
  hub: (id: EnrolmentId | string): string => `/candidatures/${id}`,
  step: (id: EnrolmentId | string, step: StepName): string => `/candidatures/${id}/${step}`,
  /** *Modifier*: the step alone, then back to the summary. */
  change: (id: EnrolmentId | string, step: StepName): string => `/candidatures/${id}/${step}?changer=1`,
  abandon: (id: EnrolmentId | string): string => `/candidatures/${id}/abandonner-modifications`,
  withdrawal: (id: EnrolmentId | string): string => `/candidatures/${id}/retrait`,
  disclosure: (id: EnrolmentId | string): string => `/candidatures/${id}/diffusion`,
  /** The units that an officer completed, to confirm. */
  units: (id: EnrolmentId | string): string => `/candidatures/${id}/unites`,
  /** What an officer typed in the candidate's name. */
  entries: (id: EnrolmentId | string): string => `/candidatures/${id}/saisies`,
  /** Who of the office looked at what. */
  readings: (id: EnrolmentId | string): string => `/candidatures/${id}/consultations`,
  /** Marks of sessions of the system in place, given back by the office. */
  formerResults: (id: EnrolmentId | string): string => `/candidatures/${id}/resultats-anterieurs`,
  accommodation: (id: EnrolmentId | string): string => `/candidatures/${id}/amenagement`,
  /** What it declares isn't in its address: the office reads the routes that were refused. */
  declaration: (id: EnrolmentId | string): string => `/candidatures/${id}/declaration`,
};
