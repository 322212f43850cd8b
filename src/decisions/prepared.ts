import type { Branded } from '../platform/result.ts';

/**
 * A decision that somebody wrote for who may sign it (*décision préparée*). It has no effect, and its candidate sees nothing of it: `decide()`
 * signs it, or it goes back with a word. Nothing of health is prepared here: its service prepares in its own room.
 */
export type PreparedId = Branded<'PreparedId'>;

export const PREPARED_STATES = ['waiting', 'sent-back', 'signed'] as const;
export type PreparedState = (typeof PREPARED_STATES)[number];

export type Prepared = {
  readonly id: PreparedId;
  readonly academy: string;
  readonly session: string;
  readonly enrolmentId: string;
  /** The version of the enrolment that was read. */
  readonly version: number;
  /** The code of the declared act. */
  readonly act: string;
  /** What was found in the file, frozen: signed while the file still says the same. */
  readonly facts: readonly string[];
  readonly reason: string;
  /** The law, as its candidate will read it. */
  readonly ground: string;
  readonly state: PreparedState;
  readonly preparedBy: string;
  readonly preparedAt: Temporal.Instant;
  readonly closedBy: string | null;
  readonly closedAt: Temporal.Instant | null;
  /** Why it was sent back. */
  readonly back: string | null;
  readonly rowVersion: number;
};

/** What whoever signs had under the eyes. */
export type Seen = Pick<Prepared, 'id' | 'rowVersion'>;

export const PREPARED = { listed: 200, words: 500 } as const;
