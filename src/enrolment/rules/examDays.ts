import type { ResolvedSession } from '../../catalogue/index.ts';
import { createMemory } from '../../platform/memory.ts';
import { parisDay } from '../../platform/time.ts';

/** The first and the last day on which the exam may begin. */
export type ExamDays = { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate };

/**
 * While no text fixes the day of the exam, it may be any of the session's year after the closing: what our own day decides is at most
 * « to be checked ». Nothing where the day is sure.
 */
export function possibleExamDays(session: Dated): Possible {
  return memory(session, '', () => daysOf(session));
}

type Dated = Pick<ResolvedSession, 'examStartsOn' | 'window'>;
type Possible = { readonly possibleExamDays?: ExamDays };
const memory = createMemory<Possible>();

function daysOf({ examStartsOn: { on, confidence }, window }: Dated): Possible {
  if (confidence !== 'derived' && confidence !== 'unknown') return {};
  const closing = parisDay(window.closesAt);
  const newYear = on.with({ month: 1, day: 1 });
  const first = Temporal.PlainDate.compare(closing, newYear) > 0 ? closing : newYear;
  return { possibleExamDays: { first, last: on.with({ month: 12, day: 31 }) } };
}
