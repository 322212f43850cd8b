import type { Database } from '../platform/database/database.ts';
import { PARIS } from '../platform/time.ts';
import { callKey, listExpectedCalls, standingCalls } from '../summonses/index.ts';
import type { Keeping } from './attendance.ts';
import type { Board, Turn } from './rules/calls.ts';
import { closesAt } from './rules/openDays.ts';
import { listLate, listTurns, type PlannedTurn } from './store/calls.ts';

/** A test in a room that calls one person after the other, as its day goes. */
export type BoardOfDay = Board &
  Pick<PlannedTurn, 'roomId' | 'sittingId' | 'centreId' | 'room' | 'day' | 'session' | 'speciality' | 'unit'>;

/** The boards of a day, their turns by the hour that is expected now. */
export async function readBoards(
  db: Database,
  place: Pick<Keeping, 'academy' | 'session'>,
  on: Temporal.PlainDate,
  centreId: string | null = null,
): Promise<readonly BoardOfDay[]> {
  const planned = await listTurns(db, place, on, centreId);
  const [calls, late] = await Promise.all([
    listExpectedCalls(db, [...new Set(planned.map(({ enrolmentId }) => enrolmentId))]),
    listLate(db, [...new Set(planned.map(({ roomId }) => roomId))]),
  ]);
  const standing = new Map(
    [...Map.groupBy(calls, ({ enrolmentId }) => enrolmentId)].map(([whose, some]) => [whose, standingCalls(some)]),
  );
  const lateOf = new Map(late.map(({ roomId, sittingId, minutes }) => [`${roomId} ${sittingId}`, minutes ?? 0]));
  const expected = (turn: PlannedTurn): Turn => {
    const { enrolmentId, unit, plannedAt, startsAt, endsAt } = turn;
    const call = standing.get(enrolmentId)?.get(callKey(unit, plannedAt));
    if (call === undefined) return { enrolmentId, unit, plannedAt, callsAt: plannedAt, startsAt, endsAt };
    const own = { enrolmentId, unit, plannedAt, callsAt: call.callsAt, startsAt: call.startsAt };
    return { ...own, endsAt: call.startsAt.add(startsAt.until(endsAt)) };
  };
  return [...Map.groupBy(planned, ({ roomId, sittingId }) => `${roomId} ${sittingId}`)].flatMap(([key, some]) => {
    const [first] = some;
    if (first === undefined) return [];
    const { enrolmentId: _, plannedAt: __, startsAt: ___, endsAt: ____, ...board } = first;
    const turns = some.map(expected).toSorted((a, b) => Temporal.Instant.compare(a.callsAt, b.callsAt));
    return [{ ...board, turns, late: lateOf.get(key) ?? 0, until: closesAt(first.day, PARIS) }];
  });
}
