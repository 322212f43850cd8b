import {
  columns,
  instant,
  integer,
  json,
  nullable,
  oneOf,
  type RowOf,
  text,
  uuid,
} from '../platform/database/columns.ts';
import { transitions } from '../platform/transitions.ts';
import type { StepAnswers } from './enrolment.ts';

/** A unit as the transcript or the course prints it, where the rules don't know those of a speciality. */
export type CompletedUnit = {
  readonly code: string | null;
  readonly title: string;
  readonly kind: 'PRO' | 'GENERAL' | 'LV_COMPULSORY';
};

/** The units of one candidate's speciality, found by an officer and confirmed by that candidate (decision 061). */
export type CompletedUnits = { readonly cfd: string; readonly units: readonly CompletedUnit[] };

export const COMPLETION_LIFE = transitions({
  title: 'Units found by the office',
  column: 'unit_completion.state',
  words: null,
  means: {
    proposed: "it waits for the candidate's word, and nothing has changed",
    confirmed: 'it is the version that follows',
    contested: 'the candidate wrote what is wrong',
    dropped: 'the office took it back or wrote another',
  },
  acts: {
    propose: { from: [], to: 'proposed', who: 'the office', undone: 'drop' },
    drop: { from: ['proposed'], to: 'dropped', who: 'the office' },
    confirm: { from: ['proposed'], to: 'confirmed', who: 'its candidate' },
    contest: { from: ['proposed'], to: 'contested', who: 'its candidate' },
  },
});

export const COMPLETION_ROW = columns({
  id: uuid,
  state: oneOf(COMPLETION_LIFE.states),
  /** Of the enrolment, when it was written: of another one it says nothing. */
  version: integer,
  /** null: the rules know the units by now. */
  units: nullable(json<CompletedUnits>()),
  acquis: json<StepAnswers>(),
  epreuves: json<StepAnswers>(),
  officerId: uuid,
  proposedAt: instant,
  answeredAt: nullable(instant),
  /** What the candidate finds wrong. */
  words: nullable(text),
});
export type Completion = RowOf<typeof COMPLETION_ROW>;

/** Of what a candidate finds wrong; and of units, more than any regulation has. */
export const COMPLETION = { characters: 1000, units: 20, proposals: 20 } as const;
