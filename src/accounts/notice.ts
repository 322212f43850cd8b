import { columns, flag, instant, integer, oneOf, type RowOf, uuid } from '../platform/database/columns.ts';

/** Where a candidate answered. */
const NOTICE_PLACES = ['enrolment', 'account'] as const;

export const NOTICE_ANSWER = columns({
  id: uuid,
  accepts: flag,
  /** Of the words that were read (`NOTICE_WORDING`). */
  wording: integer,
  place: oneOf(NOTICE_PLACES),
  at: instant,
});
/** What a candidate answered to the question of electronic notices. The last answer is in force, from its instant on. */
export type NoticeAnswer = RowOf<typeof NOTICE_ANSWER>;
