import type { EnrolmentId } from '../enrolment/index.ts';

/** What a candidate and the office write to each other about one enrolment (*messages*). Read this file first. */

/** The office writes as one service; a colleague reads which of them wrote. */
export const AUTHORS = ['candidate', 'office'] as const;
export type Author = (typeof AUTHORS)[number];

/** Never changed nor taken away. */
export type Message = {
  readonly id: string;
  /** 1 for the first of its thread. */
  readonly place: number;
  readonly author: Author;
  /** Who of the office; null: the candidate. */
  readonly staffId: string | null;
  /** The piece that it is about. */
  readonly piece: string | null;
  readonly words: string;
  /** Does it answer what the candidate wrote before? What is written to many answers nobody. */
  readonly answers: boolean;
  /** The list of people to whom it was written. */
  readonly lotId: string | null;
  readonly at: Temporal.Instant;
  /** First read by the other side. */
  readonly readAt: Temporal.Instant | null;
};

/** Somebody of the office said that what the candidate wrote up to there needs no answer. */
export type Settlement = { readonly upTo: number; readonly officerId: string; readonly at: Temporal.Instant };

/** Where the messages of an enrolment stand. */
export type Thread = {
  readonly enrolmentId: EnrolmentId;
  /** One more with each message and each settlement: what an officer saw when they wrote. */
  readonly version: number;
  /** When the first message was written that still waits for an answer; null: none does. */
  readonly waitingSince: Temporal.Instant | null;
  readonly waiting: number;
  readonly lastAt: Temporal.Instant;
  readonly lastAuthor: Author;
  /** Who of the office wrote to this candidate alone last: who follows the conversation. */
  readonly officerId: string | null;
};

export const MESSAGE = {
  characters: 4000,
  /** Of one candidate that wait for an answer. */
  open: 10,
  /** Of one candidate within 24 hours. */
  daily: 20,
  /** Shown on a page; the others are asked for. */
  shown: 50,
} as const;
