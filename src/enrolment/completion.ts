import type { StepAnswers } from './enrolment.ts';

/** A unit as the transcript or the course prints it, where the rules don't know those of a speciality. */
export type CompletedUnit = {
  readonly code: string | null;
  readonly title: string;
  readonly kind: 'PRO' | 'GENERAL' | 'LV_COMPULSORY';
};

/** The units of one candidate's speciality, found by an officer and confirmed by that candidate (docs/decisions/061). */
export type CompletedUnits = { readonly cfd: string; readonly units: readonly CompletedUnit[] };

/**
 * `proposed`: it waits for the candidate's word, and nothing has changed; `confirmed`: it is the version that follows; `contested`: the
 * candidate wrote what is wrong; `dropped`: the office took it back or wrote another.
 */
export const COMPLETION_STATES = ['proposed', 'confirmed', 'contested', 'dropped'] as const;
export type CompletionState = (typeof COMPLETION_STATES)[number];

export type Completion = {
  readonly id: string;
  readonly state: CompletionState;
  /** Of the enrolment, when it was written: of another one it says nothing. */
  readonly version: number;
  /** null: the rules know the units by now. */
  readonly units: CompletedUnits | null;
  readonly acquis: StepAnswers;
  readonly epreuves: StepAnswers;
  readonly officerId: string;
  readonly proposedAt: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
  /** What the candidate finds wrong. */
  readonly words: string | null;
};

/** Of what a candidate finds wrong; and of units, more than any regulation has. */
export const COMPLETION = { characters: 1000, units: 20, proposals: 20 } as const;
