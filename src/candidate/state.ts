import type { Enrolment } from '../enrolment/index.ts';
import { answerAskedIn, codesOf, type Remaining, type Todo, todosOf } from '../pieces/index.ts';
import { beforeShort, listing } from '../ui/index.ts';
import { texts } from './texts.ts';

const say = texts.list;

/**
 * What an enrolment has become, or the next thing to do and until when, as a sentence that frightens nobody: list and page say the
 * same, and nothing of health. `remaining`: null where the rules no longer know its session.
 */
export function stateInWords(
  { status, reserve }: Pick<Enrolment, 'status' | 'reserve'>,
  remaining: Remaining | null,
): string {
  const answer = remaining === null ? null : answerAskedIn(remaining);
  if (answer !== null) return `${answer.title}${beforeOf(answer)}`;
  if (status !== 'draft' && status !== 'registered') return say.statuses[status];
  if (remaining === null) return say.turns.office;
  const { next } = remaining;
  if (codesOf(remaining, 'late').length > 0 || (status === 'draft' && next === null)) return say.turns.late;
  if (next === null && reserve === 'upheld') return say.statuses['set-aside'];
  if (next === null) return remaining.lines.some(({ act }) => act === 'reserve') ? say.turns.reserve : say.turns.office;
  return `${toDo(next, todosOf(remaining))}${beforeOf(next)}`;
}

function beforeOf({ until }: Todo): string {
  return until === null ? '' : ` ${beforeShort(until)}`;
}

/** What is to be done by the nearest date, each once: « une confirmation à signer et 5 pièces à donner ». */
export function dueFirst({ lines, deadline }: Pick<Remaining, 'lines' | 'deadline'>): string {
  const todos = todosOf({ lines }).filter(({ until }) => deadline !== null && until?.equals(deadline));
  const words = todos.map((todo) => toDo(todo, todos)).map((one) => `${one.charAt(0).toLowerCase()}${one.slice(1)}`);
  return listing([...new Set(words)]);
}

function toDo(next: Todo, todos: readonly Todo[]): string {
  switch (next.act) {
    case 'correct':
      return say.turns.correct(todos.filter(({ act }) => act === 'correct').length);
    case 'give':
      return say.turns.give(next.codes.length);
    case 'other':
      return next.title;
    default:
      return say.turns[next.act];
  }
}
