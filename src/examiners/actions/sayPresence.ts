import { type ExamPlace, examSubject } from '../../exam/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { ExaminerActDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import type { Presence } from '../rules/presence.ts';
import { isSeated } from '../rules/standing.ts';
import { findBoard, listMembers, writePresence } from '../store/boards.ts';

export type SaidPresence = { readonly member: string; readonly version: number; readonly presence: Presence };

/** Who came to a board, and from when until when: said at its centre or by the head, once it has begun, and said anew as often as it takes. */
export function sayPresence(
  deps: ExaminerActDeps,
  act: Act,
  { place, board, by }: { readonly place: ExamPlace; readonly board: string; readonly by: string },
  said: readonly SaidPresence[],
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    const found = await findBoard(tx, place, board);
    if (found === null) return refuse({ code: 'board-gone' });
    const { now } = await readMoment(tx, act);
    if (Temporal.Instant.compare(now, found.startsAt) < 0) return refuse({ code: 'not-begun' });
    const members = await listMembers(tx, place, found.id);
    for (const { member, version, presence } of said) {
      const one = members.find(({ id }) => id === member);
      if (one === undefined) return refuse({ code: 'not-found' });
      if (!isSeated(one)) return refuse({ code: 'left-board' });
      if (!(await writePresence(tx, { id: one.id, rowVersion: version }, presence, by)))
        return refuse({ code: 'changed-meanwhile' });
      await deps.events.publish(tx, act, 'board.came', examSubject(place), {
        boardId: found.id,
        examinerId: one.examinerId,
        came: presence.came,
      });
    }
    return ok(null);
  });
}
