import type { Board, BoardId, Examiner, ExaminerId, Side } from '../examiners.ts';
import { brings, type Expected, isWhole, lackOf, type Quota, unsuited } from './suits.ts';

export type Proposal = { readonly boardId: BoardId; readonly examinerId: ExaminerId };

export type ProposalProblem = {
  readonly boards: readonly Board[];
  readonly people: readonly Examiner[];
  /** Who is on which board already: nobody is moved. */
  readonly seated: readonly Proposal[];
  readonly quotaOf: (board: Board) => Quota;
  /** Where somebody is expected on boards of other sessions. */
  readonly elsewhere: ReadonlyMap<ExaminerId, readonly Expected[]>;
  /** Whether somebody has a link with a candidate of that board, or left it already. */
  readonly barred: (person: ExaminerId, board: BoardId) => boolean;
  /** The other jury of its candidates. */
  readonly besideOf: (board: BoardId) => ReadonlySet<BoardId>;
  readonly kmOf: (person: Examiner, board: Board) => number | null;
  readonly travel: (one: string, other: string) => number;
};

/** Kilometres that a half-day already asked of somebody is worth: work is shared before journeys are spared. */
const SHARED_KM = 40;

/**
 * Who could sit on the boards that lack somebody: those for which fewest come into question first, each with the nearest who suit, those who are
 * asked for least before others. Whoever is seated stays. A board for which nobody is left stays short: it is said, and never holds a candidate up.
 * The same for the same problem, whatever the order of its lists.
 */
export function proposeBoards(problem: ProposalProblem): readonly Proposal[] {
  const people = new Map(problem.people.map((one) => [one.id, one]));
  const boards = new Map(problem.boards.map((one) => [one.id, one]));
  const expected = new Map<ExaminerId, Expected[]>(
    problem.people.map(({ id }) => [id, [...(problem.elsewhere.get(id) ?? [])]]),
  );
  const sides = new Map<BoardId, Side[]>(problem.boards.map(({ id }) => [id, []]));
  const sits = new Set<string>();
  const seat = ({ boardId, examinerId }: Proposal): void => {
    sits.add(`${examinerId} ${boardId}`);
    const [person, board] = [people.get(examinerId), boards.get(boardId)];
    if (person === undefined || board === undefined) return;
    expected.get(examinerId)?.push(board);
    sides.get(boardId)?.push(person.side);
  };
  problem.seated.forEach(seat);
  const lack = (board: Board) => lackOf(sides.get(board.id) ?? [], problem.quotaOf(board));
  // Who sits on it already is expected elsewhere at its hours: on the board itself.
  const suiting = (board: Board): readonly Examiner[] =>
    problem.people.filter(
      (person) =>
        !problem.barred(person.id, board.id) &&
        unsuited(person, board, {
          expected: expected.get(person.id) ?? [],
          linked: false,
          beside: [...problem.besideOf(board.id)].some((other) => sits.has(`${person.id} ${other}`)),
          km: problem.kmOf(person, board),
          travel: problem.travel,
        }).length === 0,
    );
  const short = problem.boards.filter((board) => !isWhole(lack(board)));
  const scarce = new Map(short.map((board) => [board.id, suiting(board).length]));
  const inTurn = short.toSorted(
    (a, b) =>
      (scarce.get(a.id) ?? 0) - (scarce.get(b.id) ?? 0) ||
      Temporal.Instant.compare(a.startsAt, b.startsAt) ||
      a.id.localeCompare(b.id),
  );
  const proposals: Proposal[] = [];
  for (const board of inTurn) {
    const cost = (person: Examiner): number =>
      (problem.kmOf(person, board) ?? SHARED_KM) + SHARED_KM * (expected.get(person.id)?.length ?? 0);
    const offered = suiting(board).toSorted((a, b) => cost(a) - cost(b) || a.id.localeCompare(b.id));
    for (const person of offered) {
      if (!brings(person.side, sides.get(board.id) ?? [], problem.quotaOf(board))) continue;
      const proposal = { boardId: board.id, examinerId: person.id };
      seat(proposal);
      proposals.push(proposal);
      if (isWhole(lack(board))) break;
    }
  }
  return proposals;
}
