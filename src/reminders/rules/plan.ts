import type { Reminder } from '../../catalogue/index.ts';
import { inParis } from '../../platform/time.ts';
import { stepCode } from '../reminder.ts';

/** The deadlines after `after` and up to `until` stand at this step; none where the two are the same. */
export type DeadlineRange = {
  readonly step: string;
  readonly after: Temporal.Instant;
  readonly until: Temporal.Instant;
};

/**
 * Which deadlines stand at which step of the plan now, not asked about before: those whose step came since `asked` (null: never
 * asked). Of the steps that passed meanwhile only the last counts, and none once the deadline is past.
 */
export function rangesOf(
  plan: readonly Reminder[],
  asked: Temporal.Instant | null,
  now: Temporal.Instant,
): readonly DeadlineRange[] {
  const back = asked !== null && Temporal.Instant.compare(asked, now) > 0;
  const from = back ? null : asked;
  return farthestFirst(plan, now).map((step, index, steps): DeadlineRange => {
    const next = steps[index + 1];
    // A deadline nearer than the next step stands at that one.
    const nearest = next === undefined ? now : reach(next, now);
    const seen = from === null ? nearest : later(nearest, reach(step, from));
    return { step: stepCode(step), after: seen, until: reach(step, now) };
  });
}

/** The steps before a deadline, each with its instant, the first to come first. */
export function stepsBefore(
  plan: readonly Reminder[],
  deadline: Temporal.Instant,
): readonly { readonly step: Reminder; readonly at: Temporal.Instant }[] {
  return farthestFirst(plan, deadline).map((step) => {
    const zoned = inParis(deadline);
    return { step, at: zoned.subtract({ [step.unit]: step.before }).toInstant() };
  });
}

/** The last deadline that stands at this step at that instant: 14 days are days of the calendar, at the same hour. */
function reach({ before, unit }: Reminder, at: Temporal.Instant): Temporal.Instant {
  return inParis(at)
    .add({ [unit]: before })
    .toInstant();
}

function farthestFirst(plan: readonly Reminder[], at: Temporal.Instant): readonly Reminder[] {
  const byCode = new Map(plan.map((step) => [stepCode(step), step]));
  return [...byCode.values()].toSorted((a, b) => Temporal.Instant.compare(reach(b, at), reach(a, at)));
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}
