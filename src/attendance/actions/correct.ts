import { randomUUID } from 'node:crypto';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { ToldPresence } from '../attendance.ts';
import type { AttendanceActDeps } from '../deps.ts';
import { subjectOf } from '../events.ts';
import type { Refusal } from '../refusals.ts';
import { findSeat } from '../store/seats.ts';
import { insertAct, isCorrection, listStandings, lockCentre } from '../store/statements.ts';

export type Correction = {
  readonly place: { readonly academy: string; readonly session: string };
  readonly by: string;
  readonly enrolmentId: EnrolmentId;
  readonly unit: string;
  /** The rank of the act that the head was looking at. */
  readonly seen: number;
  readonly told: ToldPresence;
  readonly reason: string;
};

/** The head's word on top of the others, with its reason; nothing that was said goes. */
export function correct(deps: AttendanceActDeps, act: Act, order: Correction): Promise<Result<null, Refusal>> {
  const { place, by, enrolmentId, unit, seen, told, reason } = order;
  return transact<null, Refusal>(deps.db, async (tx) => {
    const seat = await findSeat(tx, place, enrolmentId, unit);
    if (seat === null) return refuse({ code: 'unknown' });
    await lockCentre(tx, seat.centreId);
    const standing = (await listStandings(tx, place, [enrolmentId])).find((one) => one.unit === unit) ?? null;
    if ((standing?.rank ?? 0) !== seen)
      // Two clicks are one.
      return standing !== null && (await isCorrection(tx, standing.rank, order))
        ? ok(null)
        : refuse({ code: 'changed-meanwhile' });
    const same = (standing?.state ?? 'none') === told.state && (standing?.minutes ?? null) === told.minutes;
    // The same word again ends a disagreement.
    if (same && standing?.other == null) return refuse({ code: 'same' });
    const { now } = await readMoment(tx, act);
    const said = { kind: 'mark', id: randomUUID(), enrolmentId, unit, ...told, seen, saidAt: now } as const;
    const keeping = { ...place, centreId: seat.centreId };
    await insertAct(
      tx,
      said,
      { keeping, roomId: seat.roomId, day: seat.day, by },
      {
        source: 'office',
        device: 'office',
        reason,
      },
    );
    await deps.events.publish(tx, act, 'attendance.corrected', subjectOf(keeping, seat.day), {
      enrolmentId,
      unit,
      before: standing === null ? null : { state: standing.state, minutes: standing.minutes },
      after: told,
      reason,
    });
    return ok(null);
  });
}
