/**
 * Candidates registered in the system in place, for an office that changes over in mid-session: a head brings their list in, whole or not at
 * all. The list says who enrolled, in what, under which number; neither where they live, nor their form, nor their units. So a line is no
 * enrolment: it waits until somebody of the office opens one from it. Read this file first; why it is so is in decision 175.
 */

/** Who somebody is, and what they enrolled for, as the system in place says it. */
export type CarriedLine = {
  /** Of the file, the first being 1. */
  readonly at: number;
  /** Of the candidate, in the system in place. */
  readonly number: string;
  /** Of the enrolment there; null: the file doesn't say it. */
  readonly enrolmentNumber: string | null;
  readonly birthName: string;
  readonly usageName: string | null;
  readonly firstNames: string;
  readonly birthDate: Temporal.PlainDate;
  /** By its CFD. */
  readonly speciality: string;
  /** Who follows it here. */
  readonly portfolio: string;
  /** In its own words, as its options; null: the file says none. */
  readonly category: string | null;
  readonly options: string | null;
};

export const MOST = {
  /** A table has at most 5,000 lines, its head among them (`platform/tables`). */
  bytes: 5_000_000,
  /** Lines above the headings. */
  above: 40,
  /** Shown at once. */
  faults: 200,
  shown: 20,
  pairs: 200,
  imports: 20,
  found: 50,
  /** Characters. */
  number: 20,
  words: 200,
  reason: 500,
} as const;

/** The only state that is taken over: who withdrew there, or was set aside, isn't a candidate here. */
export const TAKEN_STATE = 'Inscrit';
