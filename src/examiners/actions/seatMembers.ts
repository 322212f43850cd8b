import { type ExamPlace, examSubject } from '../../exam/index.ts';
import { lockExam } from '../../places/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { boardTexts } from '../boardTexts.ts';
import type { ConveneDeps, ExaminerActDeps } from '../deps.ts';
import { type BoardMember, type BoardMemberId, MEMBER_LIFE, MOST } from '../examiners.ts';
import { clashOf, doubtsAbout, proposalFor, readGround } from '../ground.ts';
import type { Refusal } from '../refusals.ts';
import { isSeated, missingOf, standingOf } from '../rules/standing.ts';
import { BARS, isWhole, lackSeen } from '../rules/suits.ts';
import { findMember, insertMembers, listMembers, moveMember } from '../store/boards.ts';
import { tellPerson } from './convene.ts';

type Order = { readonly place: ExamPlace; readonly by: string };
export type Proposed = { readonly seats: number; readonly short: number };

/** Seats whoever suits on the boards that lack somebody; nobody is told yet, and nobody who sits there is moved. */
export function fillBoards(deps: ExaminerActDeps, act: Act, { place, by }: Order): Promise<Result<Proposed, Refusal>> {
  return transact<Proposed, Refusal>(deps.db, async (tx) => {
    await lockExam(tx, place);
    const ground = await readGround(tx, deps.catalogue(), place);
    if (ground.boards.length === 0) return refuse({ code: 'no-plan' });
    const { now } = await readMoment(tx, act);
    const proposals = proposalFor(ground, now);
    await insertMembers(tx, place, proposals, by);
    const members = await listMembers(tx, place);
    const short = standingOf(ground.boards, members, ground.people, ground.quotaOf, now).filter(
      ({ lack }) => !isWhole(lack),
    ).length;
    const done = { seats: proposals.length, short };
    if (done.seats > 0) await deps.events.publish(tx, act, 'board.proposed', examSubject(place), done);
    return ok(done);
  });
}

export type Seating = Order & {
  readonly board: string;
  readonly examiner: string;
  /** Whose place they take, with why those leave; null: nobody's. */
  readonly insteadOf: { readonly member: string; readonly version: number; readonly reason: string } | null;
};

/** Seats one person on a board, in a place of their own or in that of somebody who can't come. What bars them is refused; what only speaks against it isn't. */
export function seatPerson(deps: ExaminerActDeps, act: Act, order: Seating): Promise<Result<string, Refusal>> {
  return transact<string, Refusal>(deps.db, (tx) => seatIn(deps, tx, act, order));
}

/** The same, told to them at once: the day itself leaves no time for a list of convocations. Somebody else was brought since: it is refused. */
export function bringIn(
  deps: ConveneDeps,
  act: Act,
  order: Seating & { readonly seen: string },
): Promise<Result<string, Refusal>> {
  return transact<string, Refusal>(deps.db, async (tx) => {
    const seated = await seatIn(deps, tx, act, order, order.seen);
    if (seated.ok)
      await tellPerson(deps, tx, act, { place: order.place, person: order.examiner, only: [seated.value] });
    return seated;
  });
}

async function seatIn(
  deps: ExaminerActDeps,
  tx: Tx,
  act: Act,
  order: Seating,
  /** What the board lacked where it was read; null: they are seated whatever it lacks. */
  seen: string | null = null,
): Promise<Result<BoardMemberId, Refusal>> {
  const { place, by, insteadOf } = order;
  await lockExam(tx, place);
  const ground = await readGround(tx, deps.catalogue(), place);
  const board = ground.boards.find(({ id }) => id === order.board);
  if (board === undefined) return refuse({ code: 'board-gone' });
  const person = ground.people.find(({ id }) => id === order.examiner);
  if (person === undefined) return refuse({ code: 'person-unknown' });
  const there = ground.members.filter((one) => one.boardId === board.id && isSeated(one));
  if (there.some(({ examinerId }) => examinerId === person.id)) return refuse({ code: 'already-there' });
  if (seen !== null) {
    const lack = missingOf(
      there.flatMap((one) => {
        const known = ground.people.find(({ id }) => id === one.examinerId);
        return known === undefined ? [] : [{ ...one, person: known }];
      }),
      ground.quotaOf(board),
    );
    if (isWhole(lack)) return refuse({ code: 'whole-since' });
    if (seen !== lackSeen(lack)) return refuse({ code: 'seen-otherwise' });
  }
  if (there.length - (insteadOf === null ? 0 : 1) >= MOST.members) return refuse({ code: 'board-full' });
  const doubts = doubtsAbout(ground, person, board);
  const [bar] = BARS.filter((one) => doubts.includes(one));
  if (bar === 'at-once') {
    const other = clashOf(ground, person, board);
    return refuse({ code: bar, where: other === null ? '' : boardTexts.where(other) });
  }
  if (bar !== undefined) return refuse({ code: bar });
  let replaced: BoardMember | null = null;
  if (insteadOf !== null) {
    const left = await leave(tx, place, insteadOf);
    if (!left.ok) return left;
    replaced = left.value;
    if (replaced.boardId !== board.id) return refuse({ code: 'not-found' });
    await publishReleased(deps, tx, act, place, replaced, insteadOf.reason);
  }
  const [member] = await insertMembers(
    tx,
    place,
    [{ boardId: board.id, examinerId: person.id }],
    by,
    replaced?.id ?? null,
  );
  if (member === undefined) throw new Error('Nobody was seated');
  await deps.events.publish(tx, act, 'board.seated', examSubject(place), {
    boardId: board.id,
    examinerId: person.id,
    insteadOf: replaced?.examinerId ?? null,
    despite: doubts,
  });
  return ok(member);
}

export type Leaving = { readonly member: string; readonly version: number; readonly reason: string };

/** Takes somebody off a board. */
export function releaseMember(
  deps: ExaminerActDeps,
  act: Act,
  { place, ...leaving }: Pick<Order, 'place'> & Leaving,
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    await lockExam(tx, place);
    const left = await leave(tx, place, leaving);
    if (!left.ok) return left;
    await publishReleased(deps, tx, act, place, left.value, leaving.reason);
    return ok(null);
  });
}

/** Who already said that they can't come stays as they said. */
async function leave(
  tx: Tx,
  place: ExamPlace,
  { member, version, reason }: Leaving,
): Promise<Result<BoardMember, Refusal>> {
  const found = await findMember(tx, place, member);
  if (found === null) return refuse({ code: 'not-found' });
  if (found.state === 'declined') return ok(found);
  const refused = MEMBER_LIFE.whyNot('release', found.state);
  if (refused !== null) return refuse({ code: refused });
  const moved = await moveMember(tx, { ...found, rowVersion: version }, 'released', { words: reason });
  return moved ? ok(found) : refuse({ code: 'changed-meanwhile' });
}

async function publishReleased(
  deps: ExaminerActDeps,
  tx: Tx,
  act: Act,
  place: ExamPlace,
  { boardId, examinerId }: BoardMember,
  reason: string,
): Promise<void> {
  await deps.events.publish(tx, act, 'board.released', examSubject(place), { boardId, examinerId, reason });
}
