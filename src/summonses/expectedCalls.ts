import type { EnrolmentId } from '../enrolment/index.ts';
import { columns, id, instant, integer, present, type RowOf, text } from '../platform/database/columns.ts';

/**
 * The day of an oral: a board is late, or two change their turns. The published plan and the summons stay; beside the hour that they say
 * stands the one that is expected now, and whoever it concerns is told. Why it is so is in decision 152.
 */

export const EXPECTED_CALL = columns({
  rank: present(integer),
  enrolmentId: present(id<EnrolmentId>()),
  unit: present(text),
  /** The call of the published plan that this stands beside. */
  plannedAt: present(instant),
  callsAt: present(instant),
  startsAt: present(instant),
  at: present(instant),
});
export type ExpectedCall = RowOf<typeof EXPECTED_CALL>;

/** What became of the turn of one person. */
export type NewCall = Pick<ExpectedCall, 'enrolmentId' | 'unit' | 'plannedAt' | 'callsAt' | 'startsAt'>;
