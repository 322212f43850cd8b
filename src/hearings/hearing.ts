import type { DecisionId } from '../decisions/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import { columns, instant, type RowOf, text } from '../platform/database/columns.ts';
import type { Branded } from '../platform/result.ts';
import { transitions } from '../platform/transitions.ts';

/**
 * What the office thinks of deciding against somebody of its own accord, and the time to answer it (*procédure contradictoire*, CRPA
 * L121-1, L122-1): left out of units for want of a certificate of safety, or a validation undone, or an enrolment annulled.
 * Nothing changes before a person decides, after that time. Read this file first; why it is so is in decision 107.
 */
export type HearingId = Branded<'HearingId'>;

/**
 * `units`: left out of units; `validation`: the validation of the enrolment undone; `regularisation`: the enrolment annulled, for want of
 * pieces that may be given as long as the answer may (`closing`, which opens and decides it).
 */
export const HEARING_KINDS = ['units', 'validation', 'regularisation'] as const;
export type HearingKind = (typeof HEARING_KINDS)[number];
/** What this room decides too; the closing decides its own, by two people. */
export type DecidedHere = Exclude<HearingKind, 'regularisation'>;

/** A unit, as its candidate reads it. */
export type NamedUnit = { readonly id: string; readonly title: string };

/**
 * Why the law lets a validation be undone: it was unlawful, within four months (CRPA L242-1); it was obtained by fraud, at any time (L241-2);
 * its holder asks for it (L242-4).
 */
export const BASES = ['unlawful', 'fraud', 'asked'] as const;
export type Basis = (typeof BASES)[number];

/** Open as long as it has no outcome; the time to answer is counted (`rules/times.ts`). */
export const HEARING_LIFE = transitions({
  title: 'Hearing before a decision',
  column: null,
  words: null,
  means: { open: 'nothing is decided yet', decided: 'a person decided', dropped: 'it is not done' },
  acts: {
    open: { from: [], to: 'open', who: 'the office', undone: 'drop' },
    answer: { from: ['open'], who: 'its candidate, in the time to answer' },
    decide: {
      from: ['open'],
      to: 'decided',
      who: 'who has a delegation, after that time; of an annulment, two people',
    },
    drop: { from: ['open'], to: 'dropped', who: 'the office' },
  },
});

export type Hearing = {
  readonly id: HearingId;
  readonly academy: string;
  readonly session: string;
  readonly enrolmentId: EnrolmentId;
  readonly kind: HearingKind;
  /** Of a `units` one. */
  readonly units: readonly NamedUnit[];
  /** Of a `validation`: the piece that is found wrong. */
  readonly pieceId: string | null;
  readonly basis: Basis | null;
  /** Of a `regularisation`: the pieces that it reopens. */
  readonly codes: readonly string[];
  /** What was found in the file, a sentence each. */
  readonly facts: readonly string[];
  /** The law that an officer cited for these units, where the exam's rules name none. */
  readonly law: string | null;
  /** What a person wrote; nothing, of a `regularisation`. */
  readonly words: string;
  /** The instant before which the candidate answers, as the invitation says it; by the post, see `endOf`. */
  readonly until: Temporal.Instant;
  readonly officerId: string;
  readonly at: Temporal.Instant;
  readonly reference: string;
  readonly openedAt: Temporal.Instant | null;
  /** That brings the invitation to who is told by the post; null: it went by mail. */
  readonly letter: InvitingLetter | null;
  /** Null: nothing is decided yet. */
  readonly outcome: 'decided' | 'dropped' | null;
  readonly endedAt: Temporal.Instant | null;
};

/** The time to answer runs from the day when it was handed over or, never fetched, first presented: a letter in a tray invites nobody. */
export type InvitingLetter = {
  readonly id: string;
  readonly postedOn: Temporal.PlainDate | null;
  /** Null: nobody noted yet that it reached its person. */
  readonly reachedOn: Temporal.PlainDate | null;
};

export const ANSWER = columns({ words: text, at: instant });
/** What the candidate answered, as it came. */
export type HearingAnswer = RowOf<typeof ANSWER>;

/** A unit of which somebody is left out, by a decision that stands or stood. */
export type Exclusion = NamedUnit & {
  readonly enrolmentId: EnrolmentId;
  readonly decisionId: DecisionId;
  readonly at: Temporal.Instant;
  readonly hearingId: string;
  /** Null: nobody knows yet that it was notified. */
  readonly notifiedOn: Temporal.PlainDate | null;
  /** From that day on it counts (CRPA L221-8): the seat is kept until then. Null: it isn't notified, or an appeal against it was accepted. */
  readonly countsFrom: Temporal.PlainDate | null;
  /** An appeal against it was accepted: somebody is to give the unit back. */
  readonly toUndo: boolean;
  /** It doesn't stand any more: the paper or a waiver came, or a decision gave the unit back. */
  readonly liftedAt: Temporal.Instant | null;
  /** That decision. */
  readonly liftedBy: string | null;
};

export const ANSWERS = { characters: 4_000, each: 20 } as const;
