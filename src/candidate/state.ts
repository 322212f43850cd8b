import type { Enrolment } from '../enrolment/index.ts';
import { codesOf, type Remaining } from '../pieces/index.ts';
import { texts } from './texts.ts';

const say = texts.list;

/** What an enrolment has become, or whose turn it is: list and page say the same. `remaining`: null where the rules no longer know its session. */
export function stateInWords({ status }: Pick<Enrolment, 'status'>, remaining: Remaining | null): string {
  if (status !== 'draft' && status !== 'registered') return say.statuses[status];
  if (remaining === null) return say.turns.office;
  const { next } = remaining;
  if (codesOf(remaining, 'late').length > 0 || (status === 'draft' && next === null)) return say.turns.late;
  if (next === null) return remaining.lines.some(({ act }) => act === 'reserve') ? say.turns.reserve : say.turns.office;
  return next.act === 'give' && next.later ? say.turns.later : say.turns[next.act];
}
