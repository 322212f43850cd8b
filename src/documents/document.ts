import type { EnrolmentId } from '../enrolment/index.ts';
import { type StateOf, transitions } from '../platform/transitions.ts';

/**
 * A document of the office, a PDF that an officer gives to one candidate or to a list: one file for all of them, with what to do in
 * a sentence. `drafted`, looked at, then `ordered`; a job gives it to each; it may be `withdrawn`, never changed.
 */
export type OfficeDocument = {
  readonly id: string;
  readonly academy: string;
  readonly officerId: string;
  readonly title: string;
  /** What the candidate has to do with it. */
  readonly todo: string;
  /** By which day; null: none. */
  readonly dueOn: Temporal.PlainDate | null;
  /** For one candidate, from their file: they may have it though their enrolment has ended. */
  readonly alone: boolean;
  readonly fileKey: string;
  readonly size: number;
  readonly scan: 'waiting' | 'clean' | 'infected' | null;
  readonly finding: string | null;
  readonly draftedAt: Temporal.Instant;
  readonly orderedAt: Temporal.Instant | null;
  readonly withdrawnAt: Temporal.Instant | null;
  readonly withdrawnBy: string | null;
  readonly reason: string | null;
};

export const RECIPIENT_LIFE = transitions({
  title: 'Person to whom a document of the office is given',
  column: 'publication_recipient.state',
  words: null,
  means: {
    planned: 'not given yet',
    given: 'they have it',
    ended: 'the enrolment has',
    repeated: 'they have the same file',
    withdrawn: 'before it reached them',
  },
  acts: {
    plan: { from: [], to: 'planned', who: 'an officer, with the list' },
    give: { from: ['planned'], to: 'given', who: 'a job' },
    end: { from: ['planned'], to: 'ended', who: 'the end of the enrolment' },
    repeat: { from: ['planned'], to: 'repeated', who: 'the same file, given before' },
    withdraw: { from: ['planned'], to: 'withdrawn', who: 'an officer, with the document' },
  },
});
export type RecipientState = StateOf<typeof RECIPIENT_LIFE>;

/** The same, as the candidate of one enrolment has it. */
export type GivenDocument = Pick<
  OfficeDocument,
  'id' | 'title' | 'todo' | 'dueOn' | 'fileKey' | 'size' | 'scan' | 'withdrawnAt' | 'reason'
> & {
  readonly academy: string;
  readonly session: string;
  readonly enrolmentId: EnrolmentId;
  readonly givenAt: Temporal.Instant;
  readonly openedAt: Temporal.Instant | null;
};

export const OFFICE_DOCUMENT = {
  title: 100,
  todo: 300,
  reason: 500,
  /** Of one list. */
  people: 500,
  /** Of one officer within 24 hours, given or only looked at. */
  daily: 20,
  /** A draft that nobody publishes keeps its file for so long. */
  draftHours: 24,
} as const;
