import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok } from '../../platform/result.ts';
import { expectCalls, lastRankOf } from '../../summonses/index.ts';
import {
  type KeeperStatement,
  type Keeping,
  MOST,
  type SaidCall,
  type SaidMark,
  type SaidPhoned,
  type SaidRemark,
} from '../attendance.ts';
import { readBoards } from '../boards.ts';
import type { AttendanceActDeps } from '../deps.ts';
import { subjectOf } from '../events.ts';
import { hoursOf } from '../hours.ts';
import type { Refusal } from '../refusals.ts';
import { type CallFault, changedTurns } from '../rules/calls.ts';
import { type OpeningDay, refuseNow } from '../rules/openDays.ts';
import { insertCall } from '../store/calls.ts';
import { insertPhoned } from '../store/phoned.ts';
import { listDays, listRooms, listSeatsOf, type Seat } from '../store/seats.ts';
import { countSaid, insertAct, insertRemark, listKnown, lockCentre, noteContact } from '../store/statements.ts';

export type KeeperStatements = {
  readonly by: string;
  readonly keepings: readonly Keeping[];
  readonly source: 'page' | 'device';
  /** Which device, or which signed-in browser. */
  readonly device: string;
  readonly said: readonly KeeperStatement[];
};

/** What became of each, in the order in which they came. Taken twice is taken. */
export type StatementOutcome = { readonly id: string; readonly refused: Refusal['code'] | null };

type Placing = { readonly keeping: Keeping; readonly roomId: string; readonly day: Temporal.PlainDate };
type Found = Placing | Refusal['code'];

/** Writes what a keeper said of their centres, each thing on its own: one that is refused keeps no other from being taken. */
export async function recordAttendance(
  deps: AttendanceActDeps,
  act: Act,
  telling: KeeperStatements,
): Promise<readonly StatementOutcome[]> {
  const done = await transact<readonly StatementOutcome[], Refusal>(deps.db, async (tx) => {
    const { keepings, by } = telling;
    for (const { centreId } of keepings.toSorted((a, b) => (a.centreId < b.centreId ? -1 : 1)))
      await lockCentre(tx, centreId);
    const known = new Map(
      (
        await listKnown(
          tx,
          telling.said.map(({ id }) => id),
        )
      ).map((one) => [one.id, one.by]),
    );
    const find = await finder(deps, tx, act, telling);
    const left = new Map<string, { acts: number; remarks: number }>();
    const taken: { readonly said: KeeperStatement; readonly at: Placing }[] = [];
    const outcomes: StatementOutcome[] = [];
    for (const said of telling.said) {
      const before = known.get(said.id);
      if (before !== undefined) {
        outcomes.push({ id: said.id, refused: before === by ? null : 'id-used' });
        continue;
      }
      const at = find(said);
      const refused = typeof at === 'string' ? at : await refuseBudget(tx, left, said, at, by);
      outcomes.push({ id: said.id, refused });
      if (refused !== null || typeof at === 'string') continue;
      const written = { ...at, by };
      if (said.kind === 'call') {
        const refused = await changeCalls(tx, act, said, written, telling);
        outcomes[outcomes.length - 1] = { id: said.id, refused };
        if (refused !== null) continue;
      }
      known.set(said.id, by);
      taken.push({ said, at });
      if (said.kind === 'remark') await insertRemark(tx, said, written);
      else if (said.kind === 'phoned') {
        // Of an hour that is: one that a later change gives was told by nobody.
        const callRank = Math.min(said.callRank, await lastRankOf(tx, said.enrolmentId, said.unit));
        await insertPhoned(tx, { ...said, callRank }, written, telling);
      } else if (said.kind === 'mark')
        await insertAct(tx, said, written, { source: telling.source, device: telling.device, reason: null });
    }
    await tellOthers(deps, tx, act, telling, taken);
    return ok(outcomes);
  });
  return done.ok ? done.value : [];
}

/** Where each thing belongs, or why it isn't taken. */
async function finder(
  { catalogue }: Pick<AttendanceActDeps, 'catalogue'>,
  tx: Tx,
  act: Act,
  { keepings, said }: KeeperStatements,
): Promise<(one: KeeperStatement) => Found> {
  const enrolments = [...new Set(said.flatMap((one) => (isOfSeat(one) ? one.enrolmentId : [])))];
  const { now } = await readMoment(tx, act);
  const at = await Promise.all(
    keepings.map(async (keeping) => ({
      keeping,
      days: (await listDays(tx, keeping)).map((one) => ({ ...one, hours: hoursOf(catalogue(), keeping.session) })),
      seats: enrolments.length === 0 ? [] : await listSeatsOf(tx, keeping, enrolments),
      rooms: (await listRooms(tx, keeping)).map(({ id }) => id),
    })),
  );
  return (one) => {
    for (const { keeping, days, seats, rooms } of at) {
      const found = isOfSeat(one)
        ? placeOfSeat(one, keeping, days, seats, now)
        : placeInRoom(one, keeping, days, rooms, now);
      if (found !== null) return found;
    }
    return 'unknown';
  };
}

const isOfSeat = (one: KeeperStatement): one is SaidMark | SaidPhoned => one.kind === 'mark' || one.kind === 'phoned';

function placeOfSeat(
  { enrolmentId, unit }: SaidMark | SaidPhoned,
  keeping: Keeping,
  days: readonly OpeningDay[],
  seats: readonly Seat[],
  now: Temporal.Instant,
): Found | null {
  const seat = seats.find((one) => one.enrolmentId === enrolmentId && one.unit === unit);
  const day = days.find((one) => seat !== undefined && one.day.equals(seat.day));
  if (seat === undefined || day === undefined) return null;
  const refused = refuseNow({ firstAt: day.firstAt, endsAt: seat.endsAt }, day.hours, now);
  return refused ?? { keeping, roomId: seat.roomId, day: seat.day };
}

function placeInRoom(
  { roomId, day }: SaidRemark | SaidCall,
  keeping: Keeping,
  days: readonly OpeningDay[],
  rooms: readonly string[],
  now: Temporal.Instant,
): Found | null {
  const on = days.find((one) => one.day.equals(day));
  if (on === undefined || !rooms.includes(roomId)) return null;
  return refuseNow({ firstAt: on.firstAt, endsAt: on.lastAt }, on.hours, now) ?? { keeping, roomId, day };
}

/** What follows for whom is written with what was said, of who waits when it comes here; they hear of it in a minute (`summonses`). */
async function changeCalls(
  tx: Tx,
  act: Act,
  said: SaidCall,
  at: Placing & { readonly by: string },
  { source, device }: Pick<KeeperStatements, 'source' | 'device'>,
): Promise<CallFault | 'board-unknown' | null> {
  const { keeping, day } = at;
  const { roomId, sittingId } = said;
  const boards = await readBoards(tx, keeping, day, keeping.centreId);
  const board = boards.find((one) => one.roomId === roomId && one.sittingId === sittingId);
  if (board === undefined) return 'board-unknown';
  const { now } = await readMoment(tx, act);
  const turns = changedTurns(board, said.change, now);
  if (typeof turns === 'string') return turns;
  await insertCall(tx, said, at, { source, device });
  await expectCalls(tx, keeping, turns);
  return null;
}

async function refuseBudget(
  tx: Tx,
  left: Map<string, { acts: number; remarks: number }>,
  { kind }: KeeperStatement,
  { keeping, day }: Placing,
  by: string,
): Promise<'too-many' | null> {
  const key = `${keeping.centreId} ${day}`;
  const count = left.get(key) ?? { ...(await countSaid(tx, keeping.centreId, day, by)) };
  left.set(key, count);
  if (kind === 'remark') count.remarks += 1;
  else count.acts += 1;
  return count.acts > MOST.acts || count.remarks > MOST.remarks ? 'too-many' : null;
}

/** One entry of the journal a centre and a day, and when its device was heard of. */
async function tellOthers(
  { events }: AttendanceActDeps,
  tx: Tx,
  act: Act,
  { source, device }: KeeperStatements,
  taken: readonly { readonly said: KeeperStatement; readonly at: Placing }[],
): Promise<void> {
  const groups = Map.groupBy(taken, ({ at }) => `${at.keeping.centreId} ${at.day}`);
  for (const some of groups.values()) {
    const at = some[0]?.at;
    if (at === undefined) continue;
    const count = (state: string): number =>
      some.filter(({ said }) => said.kind === 'mark' && said.state === state).length;
    await noteContact(tx, at.keeping, at.day, device);
    await events.publish(tx, act, 'attendance.told', subjectOf(at.keeping, at.day), {
      source,
      present: count('present'),
      absent: count('absent'),
      late: count('late'),
      none: count('none'),
      remarks: some.filter(({ said }) => said.kind === 'remark').length,
    });
    const calls = some.flatMap(({ said }) => (said.kind === 'call' ? [said.change] : []));
    const late = calls.flatMap((change) => (change.kind === 'late' ? [change.minutes] : [])).at(-1) ?? null;
    const told = some.filter(({ said }) => said.kind === 'phoned' && said.told).length;
    if (some.some(({ said }) => said.kind === 'phoned'))
      await events.publish(tx, act, 'attendance.phoned', subjectOf(at.keeping, at.day), { source, told });
    if (calls.length > 0)
      await events.publish(tx, act, 'attendance.callsMoved', subjectOf(at.keeping, at.day), {
        source,
        late,
        changes: calls.length,
      });
  }
}
