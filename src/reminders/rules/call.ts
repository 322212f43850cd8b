import { endByMode } from '../../pieces/index.ts';
import { CALLED, stepCode } from '../reminder.ts';
import type { DeadlineRange } from './plan.ts';

/** What is due at that closing: at its hour, and for who gives by the post until the end of its day. */
export function rangeOf(closesAt: Temporal.Instant): DeadlineRange {
  return { step: stepCode(CALLED), after: closesAt.subtract({ milliseconds: 1 }), until: endByMode('post', closesAt) };
}
