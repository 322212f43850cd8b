import type { Catalogue } from '../catalogue/index.ts';
import { type ExamPlace, findUnit } from '../exam/index.ts';
import { kilometresApart, travel } from '../plan/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Board, BoardId, BoardMember, Examiner, ExaminerId } from './examiners.ts';
import { type ProposalProblem, proposeBoards } from './rules/proposeBoards.ts';
import { quotaOf } from './rules/quota.ts';
import { type BoardTally, isSeated, type StandingBoard, standingOf, tallyOf } from './rules/standing.ts';
import { type Around, isAtOnce, type Quota, type Unsuited, unsuited } from './rules/suits.ts';
import { duePeople } from './rules/toTell.ts';
import { listBeside } from './store/apart.ts';
import { type ExpectedOnBoard, listBoards, listExpected, listLinked, listMembers } from './store/boards.ts';
import { listTold } from './store/convening.ts';
import { listUnheard } from './store/letters.ts';
import { listExaminers } from './store/people.ts';

/** All that is known when somebody is seated: boards of a session, people of its academy, who is where. */
export type Ground = {
  readonly boards: readonly Board[];
  readonly people: readonly Examiner[];
  /** Those who left among them. */
  readonly members: readonly BoardMember[];
  readonly expected: readonly ExpectedOnBoard[];
  readonly isLinked: (person: ExaminerId, board: BoardId) => boolean;
  /** The other jury of a test that two mark, board by board: nobody sits in both for one candidate. */
  readonly besideOf: (board: BoardId) => ReadonlySet<BoardId>;
  readonly quotaOf: (board: Board) => Quota;
  readonly kmOf: (person: Pick<Examiner, 'postcode'>, board: Pick<Board, 'postcode'>) => number | null;
  readonly travel: (one: string, other: string) => number;
};

/** How the quota of a session's boards is read. */
function quotaIn(catalogue: Catalogue, { session }: ExamPlace): (board: Board) => Quota {
  const rules = catalogue.exam(catalogue.session(session)?.exam ?? '')?.examiners ?? null;
  return (board) => quotaOf(rules, board, askedByUnits(catalogue, session, board));
}

function askedByUnits(catalogue: Catalogue, session: string, board: Board): readonly number[] {
  const found = board.specialities.flatMap((speciality) =>
    board.units.map((unit) => findUnit(catalogue, { session, speciality, unit })),
  );
  return found.flatMap((unit) => unit?.examiners ?? []);
}

/** What the boards of a session come to. */
export async function countBoards(
  db: Database,
  catalogue: Catalogue,
  place: ExamPlace,
  now: Temporal.Instant,
): Promise<BoardTally> {
  const boards = await listBoards(db, place);
  const unheard = (await listUnheard(db, place)).length;
  if (boards.length === 0) return tallyOf([], { toConvene: 0, unheard });
  const [members, people] = [await listMembers(db, place), await listExaminers(db, place.academy)];
  const due = duePeople(await listTold(db, place), now);
  return tallyOf(standingOf(boards, members, people, quotaIn(catalogue, place), now), { toConvene: due.size, unheard });
}

export async function readGround(db: Database, catalogue: Catalogue, place: ExamPlace): Promise<Ground> {
  const boards = await listBoards(db, place);
  const [first] = boards;
  const span = {
    from: first?.startsAt ?? Temporal.Instant.fromEpochMilliseconds(0),
    to: boards.reduce(
      (last, { endsAt }) => (Temporal.Instant.compare(endsAt, last) > 0 ? endsAt : last),
      first?.endsAt ?? Temporal.Instant.fromEpochMilliseconds(0),
    ),
  };
  const [people, members, expected, linked, beside] = [
    await listExaminers(db, place.academy),
    await listMembers(db, place),
    first === undefined ? [] : await listExpected(db, place.academy, span),
    await listLinked(db, place),
    await listBeside(db, place),
  ];
  const both = beside.flatMap(({ jury, board }) => [
    [jury, board],
    [board, jury],
  ]) satisfies readonly (readonly [BoardId, BoardId])[];
  const others = Map.groupBy(both, ([one]) => one);
  const links = new Set(linked.map(({ examinerId, boardId }) => `${examinerId} ${boardId}`));
  const codes = new Map(boards.map(({ centreId, postcode }) => [centreId, postcode]));
  return {
    boards,
    people,
    members,
    expected,
    isLinked: (person, board) => links.has(`${person} ${board}`),
    besideOf: (board) => new Set((others.get(board) ?? []).map(([, other]) => other)),
    quotaOf: quotaIn(catalogue, place),
    kmOf: ({ postcode }, board) => kilometresApart(postcode, board.postcode),
    // Centres of other sessions, whose place isn't read here, are as far as the half hour that every way takes.
    travel: (one, other) => travel(kilometresApart(codes.get(one) ?? null, codes.get(other) ?? null) ?? 0),
  };
}

/** Boards of a session, all of them where nothing is said, with who sits there. */
export function standingOn(
  ground: Ground,
  now: Temporal.Instant,
  boards: readonly Board[] = ground.boards,
): readonly StandingBoard[] {
  return standingOf(boards, ground.members, ground.people, ground.quotaOf, now);
}

/** What stands against somebody on a board, whatever they have there already. */
export function doubtsAbout(ground: Ground, person: Examiner, board: Board): readonly Unsuited[] {
  const around: Around = {
    expected: ground.expected.filter(({ examinerId, boardId }) => examinerId === person.id && boardId !== board.id),
    linked: ground.isLinked(person.id, board.id),
    beside: ground.members.some(
      (one) => isSeated(one) && one.examinerId === person.id && ground.besideOf(board.id).has(one.boardId),
    ),
    km: ground.kmOf(person, board),
    travel: ground.travel,
  };
  return unsuited(person, board, around);
}

/** Where somebody is expected already at the hours of a board; null: nowhere, or that board itself. */
export function clashOf(ground: Ground, person: Examiner, board: Board): ExpectedOnBoard | null {
  const others = ground.expected.filter(({ examinerId, boardId }) => examinerId === person.id && boardId !== board.id);
  return others.find((one) => isAtOnce(board, one, ground.travel)) ?? null;
}

/** Who could sit on the boards that lack somebody and haven't begun. */
export function proposalFor(ground: Ground, now: Temporal.Instant): ReturnType<typeof proposeBoards> {
  const seated = ground.members.filter(isSeated);
  const left = new Set(ground.members.map(({ examinerId, boardId }) => `${examinerId} ${boardId}`));
  const own = new Set(ground.boards.map(({ id }) => id));
  const problem: ProposalProblem = {
    boards: ground.boards.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, now) > 0),
    people: ground.people,
    seated,
    quotaOf: ground.quotaOf,
    elsewhere: Map.groupBy(
      ground.expected.filter(({ boardId }) => !own.has(boardId)),
      ({ examinerId }) => examinerId,
    ),
    barred: (person, board) => ground.isLinked(person, board) || left.has(`${person} ${board}`),
    besideOf: ground.besideOf,
    kmOf: ground.kmOf,
    travel: ground.travel,
  };
  return proposeBoards(problem);
}
