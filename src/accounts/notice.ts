/** Where a candidate answered. */
export const NOTICE_PLACES = ['enrolment', 'account'] as const;

/** What a candidate answered to the question of electronic notices. The last answer is in force, from its instant on. */
export type NoticeAnswer = {
  readonly id: string;
  readonly accepts: boolean;
  /** Of the words that were read (`NOTICE_WORDING`). */
  readonly wording: number;
  readonly place: (typeof NOTICE_PLACES)[number];
  readonly at: Temporal.Instant;
};
