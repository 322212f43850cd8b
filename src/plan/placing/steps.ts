import type { Held } from './bookings.ts';
import type { Hall } from './deal.ts';
import type { Places } from './dealGroups.ts';
import { boardOf, boardsOf } from './groups.ts';
import { COSTS, type Problem } from './problem.ts';
import { lackingOf, seatAll, type Waiting } from './seating.ts';

export type Score = { readonly without: number; readonly cost: number };
type Step = { readonly one: Waiting; readonly before: number; readonly held: readonly Held[] };

/** Fewer units without a seat; at as many, what costs less. */
export function isLess(one: Score, other: Score): boolean {
  return one.without < other.without || (one.without === other.without && one.cost < other.cost);
}

export type Steps = {
  readonly score: () => Score;
  /** The centre where they are; -1: nowhere. */
  readonly at: (one: Waiting) => number;
  readonly board: (one: Waiting, centre: number) => string;
  /** Boards that stand whoever comes. */
  readonly standing: ReadonlySet<string>;
  /** How many a board has. */
  readonly sizeOf: (board: string) => number;
  /** Is it a centre of theirs? */
  readonly mayGo: (one: Waiting, centre: number) => boolean;
  readonly costAt: (one: Waiting, centre: number) => number;
  /** Of what they sit, what has no seat. */
  readonly lacks: (one: Waiting) => number;
  /** How many more placings of one person may be tried. */
  readonly tries: { left: number };
  /** At that centre, or nowhere (-1): also where nothing of theirs has a seat there. */
  readonly put: (one: Waiting, centre: number) => void;
  /** Does it better the plan? Else all is as it was. */
  readonly attempt: (change: () => void) => boolean;
};

/** Where everybody stands, what it costs, and how somebody goes elsewhere: a step that doesn't better the plan is undone. */
export function stepsOf(problem: Problem, hall: Hall, people: readonly Waiting[], places: Places): Steps {
  const standing = boardsOf(problem);
  const kms = new Map(people.map(({ person, ways }) => [person, new Map(ways.map(({ index, km }) => [index, km]))]));
  const boards = new Map<string, number>([...standing].map((board) => [board, Number.POSITIVE_INFINITY]));
  const at = (one: Waiting): number => places.get(one.person.id) ?? -1;
  const board = ({ person }: Waiting, centre: number): string => boardOf(person.speciality, centre);
  const costAt = ({ person }: Waiting, centre: number): number => {
    const moved = person.had === null || person.had === problem.centres[centre]?.id ? 0 : COSTS.moved;
    return centre < 0 ? 0 : (kms.get(person)?.get(centre) ?? 0) + moved;
  };
  let score = { without: 0, cost: 0 };
  const tries = { left: 0 };
  let steps: Step[] = [];

  const count = (one: Waiting, sign: 1 | -1): void => {
    const centre = at(one);
    score.without += sign * lackingOf(hall, one).length;
    score.cost += sign * costAt(one, centre);
    if (centre < 0) return;
    const key = board(one, centre);
    const before = boards.get(key) ?? 0;
    boards.set(key, before + sign);
    if (before === 0 || before + sign === 0) score.cost += sign * COSTS.board;
  };
  const settle = (one: Waiting, centre: number): void => {
    if (centre < 0) places.delete(one.person.id);
    else places.set(one.person.id, centre);
  };
  const put = (one: Waiting, centre: number): void => {
    tries.left -= 1;
    count(one, -1);
    const before = at(one);
    steps.push({ one, before, held: hall.leave(one.person) });
    if (centre >= 0) seatAll(problem, hall, { ...one, centre });
    settle(one, hall.seatsOf(one.person).length > 0 ? centre : -1);
    count(one, 1);
  };
  const attempt = (change: () => void): boolean => {
    const before = { ...score };
    steps = [];
    change();
    if (isLess(score, { without: before.without, cost: before.cost - 1e-6 })) return true;
    for (const { one, before: centre, held } of steps.toReversed()) {
      count(one, -1);
      hall.leave(one.person);
      hall.back(one.person, held);
      settle(one, centre);
      count(one, 1);
    }
    score = before;
    return false;
  };
  const lacks = (one: Waiting): number => lackingOf(hall, one).length;

  for (const one of people) count(one, 1);
  return {
    score: () => score,
    at,
    board,
    standing,
    sizeOf: (key) => boards.get(key) ?? 0,
    mayGo: ({ person }, centre) => kms.get(person)?.has(centre) ?? false,
    costAt,
    lacks,
    tries,
    put,
    attempt,
  };
}
