import type { EnrolmentId } from '../enrolment/index.ts';
import { columns, id, type RowOf, text } from '../platform/database/columns.ts';
import { transitions } from '../platform/transitions.ts';

/**
 * The marks of an exam (*notes*), from the batch that a head opens to the lock after which only a dated correction changes one.
 * Who types reads a number, never a name. Read this file first; why it is so is in decision 064.
 */

export const ENTRANT = columns({ enrolmentId: id<EnrolmentId>(), speciality: text, unit: text });
/** A unit that somebody sits at a session: the rule of who sits what fills the list (`exam`). */
export type Entrant = RowOf<typeof ENTRANT>;

/**
 * What stands on a script. **absent**: bars the diploma; **excused**: a justified absence, a 0 (D337-116); **exempt**: noted by the
 * centre. A mark is in half points, 0 to 40, as `results` counts.
 */
export const CODES = ['absent', 'excused', 'exempt'] as const;
export type Mark = { readonly code: 'mark'; readonly halfPoints: number } | { readonly code: (typeof CODES)[number] };

/** The step of marks that the exam's order prints. */
export type MarkStep = 'half-point' | 'point';

/** Two persons type the same scripts, neither seeing the other's. */
export const ROUNDS = ['first', 'second'] as const;
export type RoundName = (typeof ROUNDS)[number];

export type Round = {
  /** Who types; null: nobody was named yet. */
  readonly clerk: string | null;
  /** Raised by each save: a page made before is told what changed since. */
  readonly version: number;
  /** *Saisie terminée*: from then on nothing of it changes, unless a head reopens it. */
  readonly doneAt: Temporal.Instant | null;
};

/** The scripts of one unit of one speciality (*lot de notes*). */
export type MarkBatch = {
  readonly id: string;
  readonly academy: string;
  readonly session: string;
  readonly speciality: string;
  readonly unit: string;
  /** As the regulation called it when the batch was opened. */
  readonly title: string;
  readonly step: MarkStep;
  /** Marked by name by its boards (`marking`); what is on paper may still be typed twice. */
  readonly named: boolean;
  readonly rounds: Readonly<Record<RoundName, Round>>;
  /** Null: open. */
  readonly lockedAt: Temporal.Instant | null;
  readonly rowVersion: number;
};

/** Computed from its rounds and its lock (`rules/batchActs.ts`), which also say what each round lets. */
export const BATCH_LIFE = transitions({
  title: 'Batch of marks',
  column: null,
  words: null,
  means: {
    typing: 'one round, or both, may be typed',
    typed: 'both rounds are done, and their differences to settle',
    locked: 'only a dated correction changes a mark',
  },
  refusals: { typing: 'rounds-open', typed: 'round-done', locked: 'locked' },
  acts: {
    open: { from: [], to: 'typing', who: 'a head' },
    'change-list': { from: ['typing', 'typed'], who: 'a head' },
    'name-clerks': { from: ['typing', 'typed'], who: 'a head' },
    enter: { from: ['typing'], who: 'who is named for the round' },
    finish: { from: ['typing'], to: 'typed', who: 'the second of the two who type', people: 2, undone: 'reopen' },
    reopen: { from: ['typing', 'typed'], to: 'typing', who: 'a head' },
    settle: { from: ['typed'], who: 'a third person' },
    lock: { from: ['typed'], to: 'locked', who: 'a third person', undone: 'unlock' },
    unlock: {
      from: ['locked'],
      to: 'typed',
      who: 'a head, before a record closes on it',
      refused: { typing: 'not-locked', typed: 'not-locked' },
    },
    correct: {
      from: ['locked'],
      who: 'a head who typed nothing of it',
      undone: 'correct',
      refused: { typing: 'not-locked', typed: 'not-locked' },
    },
  },
});

/** What was written of a script, each a row that stays: by each round, by its board, then by who settled a difference, then after the lock. */
export const SORTS = [...ROUNDS, 'board', 'decided', 'corrected'] as const;
export type Sort = (typeof SORTS)[number];
/** `rank` grows with each row written. `mark` null: taken away again. */
export type MarkEntry = { readonly rank: number; readonly mark: Mark | null };
/** A script by its anonymous number, with the last row of each sort. */
export type Script = { readonly id: string; readonly number: string } & Readonly<Record<Sort, MarkEntry | null>>;

/** How far a batch is. Neither a value nor a name: a head reads it while others type. */
export type Progress = {
  readonly scripts: number;
  readonly first: number;
  readonly second: number;
  /** Counted once both rounds are done, before that 0: nobody learns meanwhile where the two disagree. */
  readonly differences: number;
  readonly settled: number;
};

/** What one request may hold. */
export const MOST = {
  /** Scripts a page of the grid. */
  page: 50,
  batches: 600,
  fileBytes: 5 * 1024 ** 2,
  fileLines: 5_000,
  faultsShown: 200,
  words: 1_000,
  lifts: 50,
} as const;
/** How long the table of numbers and names stays open to who asked for it. */
export const LIFTED_MINUTES = 30;
