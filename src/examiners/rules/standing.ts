import { type Board, type BoardMember, type Examiner, SEATED, type Side } from '../examiners.ts';
import { isWhole, type Lack, lackOf, NOTHING, type Quota } from './suits.ts';

export function isSeated({ state }: Pick<BoardMember, 'state'>): boolean {
  return SEATED.some((one) => one === state);
}

/** A board with its people, and what it lacks. */
export type StandingBoard = Board & {
  readonly members: readonly (BoardMember & { readonly person: Examiner })[];
  /** Those who can't come, or were taken off. */
  readonly gone: readonly (BoardMember & { readonly person: Examiner })[];
  /** It has begun: nobody is looked for any more. */
  readonly hasBegun: boolean;
  readonly quota: Quota;
  /** Nothing once it has begun. */
  readonly lack: Lack;
};

/** Boards with who is on them. */
export function standingOf(
  boards: readonly Board[],
  members: readonly BoardMember[],
  people: readonly Examiner[],
  quotaFor: (board: Board) => Quota,
  now: Temporal.Instant,
): readonly StandingBoard[] {
  const known = new Map(people.map((one) => [one.id, one]));
  const by = Map.groupBy(members, ({ boardId }) => boardId);
  return boards.map((board) => {
    const all = (by.get(board.id) ?? []).flatMap((one) => {
      const person = known.get(one.examinerId);
      return person === undefined ? [] : [{ ...one, person }];
    });
    const seated = all.filter(isSeated);
    const quota = quotaFor(board);
    const hasBegun = Temporal.Instant.compare(board.startsAt, now) <= 0;
    const sides = seated.map(({ person }) => person.side);
    const lack = hasBegun ? NOTHING : lackOf(sides, quota);
    return { ...board, members: seated, gone: all.filter((one) => !isSeated(one)), hasBegun, quota, lack };
  });
}

/** What is missing of those who are expected, while it lasts too: whoever was said not to have come isn't there. */
export function missingOf(
  members: readonly (Pick<BoardMember, 'came'> & { readonly person: Pick<Examiner, 'side'> })[],
  quota: Quota,
): Lack {
  return lackOf(sidesOf(members), quota);
}

export function sidesOf(members: Parameters<typeof missingOf>[0]): readonly Side[] {
  return members.filter(({ came }) => came !== false).map(({ person }) => person.side);
}

/** Whose answer is waited for: nobody's once it has begun. */
export function waitingOf({ hasBegun, members }: Pick<StandingBoard, 'hasBegun' | 'members'>): number {
  return hasBegun ? 0 : members.filter(({ state }) => state === 'convened').length;
}

/** What a session's boards come to; of answers, those of boards that haven't begun. */
export type BoardTally = {
  readonly boards: number;
  readonly short: number;
  /** People who don't know yet what stands. */
  readonly toConvene: number;
  /** Told of it by a letter that nobody has posted, nor told by telephone. */
  readonly unheard: number;
  readonly waiting: number;
  readonly gone: number;
};

export function tallyOf(
  boards: readonly StandingBoard[],
  { toConvene, unheard }: Pick<BoardTally, 'toConvene' | 'unheard'>,
): BoardTally {
  return {
    boards: boards.length,
    short: boards.filter(({ lack }) => !isWhole(lack)).length,
    toConvene,
    unheard,
    waiting: boards.reduce((sum, board) => sum + waitingOf(board), 0),
    gone: boards.filter((board) => !isWhole(board.lack) && board.gone.length > 0).length,
  };
}
