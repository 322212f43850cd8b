import type { EnrolmentId } from '../../enrolment/index.ts';

/** A turn before a board. `plannedAt`: the call of the published plan; `callsAt`, `startsAt`, `endsAt`: as they are expected now. */
export type Turn = {
  readonly enrolmentId: EnrolmentId;
  readonly unit: string;
  readonly plannedAt: Temporal.Instant;
  readonly callsAt: Temporal.Instant;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
};

/** What is said of a board. `late`: so many minutes against the plan; `turn`: of one person, who takes another's turn, or passes last. */
export type CallChange = { readonly agreed: boolean } & (
  | { readonly kind: 'late'; readonly minutes: number }
  | { readonly kind: 'turn'; readonly enrolmentId: string; readonly takenFrom: string | null }
);

export type CallFault = 'board-over' | 'call-begun' | 'not-agreed' | 'shorter' | 'same-call' | 'past-midnight';

export type Board = {
  readonly turns: readonly Turn[];
  /** What was said last of how late it is, in minutes. */
  readonly late: number;
  /** Minutes that the board rests after each turn. */
  readonly rest: number;
  /** The midnight that ends its day. */
  readonly until: Temporal.Instant;
};

/**
 * The turns that another hour is expected of once this is said at that instant. Whoever was called by then keeps their hour; nobody else
 * is called earlier than they know, unless those who are were asked.
 */
export function changedTurns(board: Board, change: CallChange, at: Temporal.Instant): readonly Turn[] | CallFault {
  const waiting = board.turns.filter(({ callsAt }) => compare(callsAt, at) > 0);
  if (waiting.length === 0) return 'board-over';
  const found = change.kind === 'late' ? laterBy(board, waiting, change) : otherOrder(board, waiting, change);
  if (typeof found === 'string') return found;
  const moved = found.filter((turn) => {
    const before = board.turns.find((one) => isOf(one, turn));
    return before === undefined || compare(before.callsAt, turn.callsAt) !== 0;
  });
  if (moved.length === 0) return 'same-call';
  return moved.some(({ endsAt }) => compare(endsAt, board.until) > 0) ? 'past-midnight' : moved;
}

const { compare } = Temporal.Instant;
const isOf = (one: Turn, other: Turn): boolean => one.enrolmentId === other.enrolmentId && one.unit === other.unit;

function movedBy(turn: Turn, minutes: number): Turn {
  const { callsAt, startsAt, endsAt } = turn;
  return {
    ...turn,
    callsAt: callsAt.add({ minutes }),
    startsAt: startsAt.add({ minutes }),
    endsAt: endsAt.add({ minutes }),
  };
}

const minutesFrom = (one: Temporal.Instant, other: Temporal.Instant): number => one.until(other).total('minutes');

/** All who wait. A shorter delay than was said calls them earlier than they know. */
function laterBy(
  { late }: Board,
  waiting: readonly Turn[],
  { minutes, agreed }: Extract<CallChange, { kind: 'late' }>,
): readonly Turn[] | CallFault {
  if (minutes < late && !agreed) return 'shorter';
  return waiting.map((turn) => movedBy(turn, minutes - late));
}

function otherOrder(
  { rest }: Board,
  waiting: readonly Turn[],
  { enrolmentId, takenFrom, agreed }: Extract<CallChange, { kind: 'turn' }>,
): readonly Turn[] | CallFault {
  const own = waiting.find((turn) => turn.enrolmentId === enrolmentId);
  if (own === undefined) return 'call-begun';
  const others = waiting.filter((turn) => turn !== own);
  if (takenFrom === null) {
    const last = others.toSorted((a, b) => compare(a.endsAt, b.endsAt)).at(-1);
    if (last === undefined || compare(last.endsAt, own.endsAt) < 0) return 'same-call';
    return [movedBy(own, minutesFrom(own.startsAt, last.endsAt) + rest)];
  }
  const other = others.find((turn) => turn.enrolmentId === takenFrom);
  if (other === undefined) return 'call-begun';
  if (!agreed) return 'not-agreed';
  const between = minutesFrom(own.startsAt, other.startsAt);
  const swapped = [movedBy(own, between), movedBy(other, -between)];
  return oneAfterTheOther([...others.filter((turn) => turn !== other), ...swapped], rest);
}

/** Turns aren't alike in length: where one now lasts into the next, that one and those behind it come later. */
function oneAfterTheOther(turns: readonly Turn[], rest: number): readonly Turn[] {
  const placed: Turn[] = [];
  for (const turn of turns.toSorted((a, b) => compare(a.startsAt, b.startsAt))) {
    const before = placed.at(-1);
    const lacks = before === undefined ? 0 : rest - minutesFrom(before.endsAt, turn.startsAt);
    placed.push(lacks > 0 ? movedBy(turn, lacks) : turn);
  }
  return placed;
}
