import { type Enrolment, subjectOf } from '../../enrolment/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Act, record } from '../../platform/journal.ts';
import { excuseChanges } from '../rules/excuses.ts';
import { listPieces } from '../store/pieces.ts';
import { markDueAgain, markExcused } from '../store/states.ts';

/**
 * After a decision or a new list: the pieces that a compliant waiver excuses become *dispensé*, those whose waiver no longer
 * holds are what they were. The journal names the pieces, never the waiver: it is health data.
 */
export async function settleExcuses(tx: Tx, act: Act, enrolment: Enrolment): Promise<void> {
  const enrolmentId = enrolment.id;
  const { excused, dueAgain } = excuseChanges(await listPieces(tx, enrolmentId));
  for (const { code, by } of excused) await markExcused(tx, enrolmentId, code, by);
  for (const code of dueAgain) await markDueAgain(tx, enrolmentId, code);
  const pieces = excused.map(({ code }) => code);
  if (pieces.length > 0) await record(tx, act, 'pieces.excused', subjectOf(enrolment), { enrolmentId, pieces });
  if (dueAgain.length > 0)
    await record(tx, act, 'pieces.dueAgain', subjectOf(enrolment), { enrolmentId, pieces: dueAgain });
}
