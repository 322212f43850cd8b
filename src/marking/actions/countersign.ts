import { randomUUID } from 'node:crypto';
import { readMoment } from '../../platform/clock.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { MarkingActDeps } from '../deps.ts';
import { subjectOf } from '../events.ts';
import type { Refusal } from '../refusals.ts';
import { ofPart, standingOf } from '../rules/standing.ts';
import { findSheet, insertVerdict, lockUnit, sheetsOf } from '../store/sheets.ts';

export type Countersigning = {
  readonly academy: string;
  readonly session: string;
  readonly sheetId: string;
  readonly reason: string;
  readonly by: string;
};

/** A head signs beside the one person of a board: an absent colleague voids no test. */
export function countersign(
  { db, events }: Pick<MarkingActDeps, 'db' | 'events'>,
  act: Act,
  { academy, session, sheetId, reason, by }: Countersigning,
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(db, async (tx) => {
    const place = { academy, session };
    const sheet = await findSheet(tx, place, sheetId);
    if (sheet === null) return refuse({ code: 'sheet-unknown' });
    const { enrolmentId, unit, boardId, digest, rank } = sheet;
    await lockUnit(tx, { ...place, unit });
    const all = (await sheetsOf(tx, { ...place, unit }, [enrolmentId])).get(enrolmentId) ?? [];
    const standing = standingOf(ofPart(all, sheet.part?.apart === true));
    // Two clicks are one.
    if (standing?.sheet.id === sheetId && standing.sheet.verdicts.some((one) => one.way === 'head' && one.by === by))
      return ok(null);
    if (standing?.sheet.id !== sheetId || standing.state !== 'signed') return refuse({ code: 'not-single' });
    if (sheet.by === by) return refuse({ code: 'head-filled' });
    const { now } = await readMoment(tx, act);
    await insertVerdict(
      tx,
      place,
      {
        id: randomUUID(),
        sheetId,
        verdict: 'agree',
        way: 'head',
        examinerId: null,
        words: reason,
        seen: rank,
        saidAt: now,
        digest,
      },
      { source: 'page', device: 'office', by },
    );
    await events.publish(tx, act, 'marking.countersigned', subjectOf({ boardId, ...place }), {
      sheetId,
      digest,
      reason,
    });
    return ok(null);
  });
}
