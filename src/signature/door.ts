import type { EnrolmentId } from '../enrolment/index.ts';
import type { Branded } from '../platform/result.ts';

/** The link by which whoever answers for a minor reads the confirmation and signs it (*porte du représentant légal*). */
export type DoorId = Branded<'DoorId'>;

/** `revoked`: by its candidate; `withdrawn`: by the office; `replaced`: by another link. */
export const DOOR_ENDINGS = ['signed', 'refused', 'revoked', 'withdrawn', 'replaced'] as const;

export type Door = {
  readonly id: DoorId;
  readonly enrolmentId: EnrolmentId;
  readonly candidateId: string;
  readonly academy: string;
  /** Of the enrolment: what its reader would sign. */
  readonly version: number;
  readonly sentAt: Temporal.Instant;
  /** When a right code was first typed there. */
  readonly openedAt: Temporal.Instant | null;
  /** The mark of the browser where one was typed last, while it may read. */
  readonly opener: string | null;
  /** It may be used: in its time, not ended, and the confirmation is the last one. */
  readonly holds: boolean;
  readonly endedAt: Temporal.Instant | null;
  readonly endedWhy: (typeof DOOR_ENDINGS)[number] | null;
};

/** Real time, from when it is sent: a weekend and a few days of a parent who reads mails rarely. */
export const DOOR_LIVES = { days: 7 } as const;
/** Real time, from the right code: long enough to read all of it aloud. */
export const DOOR_STAYS_OPEN = { minutes: 30 } as const;
/** Of its address. */
export const DOOR_USE = 'signature door';
