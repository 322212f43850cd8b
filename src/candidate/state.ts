import type { Enrolment } from '../enrolment/index.ts';
import type { LeftOutBy } from '../hearings/index.ts';
import { keptFileTexts } from '../keptFiles/index.ts';
import { codesOf, isAnswer, type Remaining, rightsOf, type Todo, todosOf, unreadIn } from '../pieces/index.ts';
import { capital } from '../platform/french/french.ts';
import { beforeShort, listing, untilWithYear } from '../ui/index.ts';
import { texts } from './texts.ts';

const say = texts.list;

type Standing = Pick<Enrolment, 'status' | 'reserve'>;

/** Whose turn it is: the next thing to do, or what the enrolment has become. `remaining`: null where the rules no longer know its session. */
function turnOf({ status, reserve }: Standing, remaining: Remaining | null): Todo | string {
  const next = remaining?.next ?? null;
  const isAsked = next !== null && isAnswer(next);
  if (status !== 'draft' && status !== 'registered' && !isAsked) return say.statuses[status];
  // Until its notification everything can still be done, and the page lists it.
  if (reserve === 'upheld') return say.statuses['set-aside'];
  if (remaining === null) return say.turns.office;
  if (codesOf(remaining, 'late').length > 0 || (status === 'draft' && next === null)) return say.turns.late;
  if (next !== null) return next;
  const unread = unreadIn(remaining);
  if (unread > 0) return keptFileTexts.reading.title(unread);
  return remaining.lines.some(({ act }) => act === 'reserve') ? say.turns.reserve : say.turns.office;
}

/** The same as a sentence that frightens nobody, and nothing of health: list and page say it. */
export function turnInWords(enrolment: Standing, remaining: Remaining | null): string {
  const turn = turnOf(enrolment, remaining);
  return typeof turn === 'string' ? turn : toDo(turn, remaining === null ? [] : todosOf(remaining));
}

/** With its date, after the decision that came, if one did: the title of the page. */
export function stateInWords(enrolment: Standing, remaining: Remaining | null, decided: string | null = null): string {
  const turn = turnOf(enrolment, remaining);
  const words = turnInWords(enrolment, remaining);
  if (typeof turn === 'string') return decided ?? words;
  const todo = dated(words, turn);
  return decided === null ? todo : `${decided}, ${lower(todo)}`;
}

/** Of an enrolment that goes on: the decision against its candidate that stands, in short; null: none. */
export function decidedInWords(
  { status, reserve }: Standing,
  {
    leftOut = [],
    undone = null,
  }: { readonly leftOut?: readonly Pick<LeftOutBy, 'excluded'>[]; readonly undone?: unknown },
): string | null {
  if ((status !== 'registered' && status !== 'validated') || reserve === 'upheld') return null;
  if (undone !== null) return say.decided.undone;
  const units = leftOut.flatMap(({ excluded }) => excluded);
  return units.length === 0 ? null : say.decided.leftOut(units.length);
}

export function dated(words: string, { until }: Pick<Todo, 'until'>): string {
  return until === null ? words : `${words} ${beforeShort(until)}`;
}

/**
 * Beside whose turn it is, the nearest date, with what is due by it where that isn't said there; else the nearest of what they may do. Where
 * something is too late, what can still be done comes before; what was refused and has its time after is news too. One short line each.
 */
export function datesInWords(enrolment: Standing, remaining: Remaining): readonly string[] {
  const { deadline } = remaining;
  const turn = turnOf(enrolment, remaining);
  const late = codesOf(remaining, 'late').length === 0 ? [] : [say.lateWrite];
  if (deadline === null) return [...late, ...rightsOf(remaining).toSorted(byEnd).slice(0, 1).flatMap(rightInWords)];
  const isSaid = typeof turn !== 'string' && turn.until?.equals(deadline);
  return [
    ...late,
    capital(isSaid ? beforeShort(deadline) : dated(dueFirst(remaining), { until: deadline })),
    ...refusedAfter(deadline, remaining),
  ];
}

function refusedAfter(deadline: Temporal.Instant, remaining: Remaining): readonly string[] {
  const todos = todosOf(remaining).filter(({ act }) => act === 'correct');
  const after = todos.filter(({ until }) => until !== null && !until.equals(deadline));
  return after.slice(0, 1).map((first) => dated(say.turns.correct(after.length), first));
}

type Right = ReturnType<typeof rightsOf>[number];

function rightInWords({ label, until }: Right): readonly string[] {
  return until === null ? [] : [`${label}, ${untilWithYear(until)}`];
}

function byEnd({ until: one }: Right, { until: other }: Right): number {
  return one === null || other === null
    ? Number(one === null) - Number(other === null)
    : Temporal.Instant.compare(one, other);
}

const lower = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

/** What is to be done by the nearest date, each once: « une confirmation à signer et 5 pièces à donner ». */
export function dueFirst({ lines, deadline }: Pick<Remaining, 'lines' | 'deadline'>): string {
  const todos = todosOf({ lines }).filter(({ until }) => deadline !== null && until?.equals(deadline));
  const words = todos.map((todo) => toDo(todo, todos)).map(lower);
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
