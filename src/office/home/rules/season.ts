import { phaseOf, type ResolvedSession } from '../../../catalogue/index.ts';
import { beginningOf } from './nearestDeadline.ts';
import { sessionsInView } from './sessionsInView.ts';

/** What an office's year goes through, in the order of the menu. */
export type Season = 'enrolments' | 'checking' | 'exam' | 'results';

/**
 * Where the session that an office has most in sight stands by its own calendar: people enrol until the register closes, their files are checked
 * until the first test, and from the day announced for the results these are what one works on. null: there is no session.
 */
export function seasonOf(sessions: readonly ResolvedSession[], now: Temporal.Instant): Season | null {
  const [session] = sessionsInView(sessions, now);
  if (session === undefined) return null;
  const isPast = (instant: Temporal.Instant | null): boolean =>
    instant !== null && Temporal.Instant.compare(instant, now) <= 0;
  if (phaseOf(session, now) !== 'closed') return 'enrolments';
  if (!isPast(beginningOf(session))) return 'checking';
  return isPast(session.resultsAt.at) ? 'results' : 'exam';
}
