import { subjectOf } from '../../enrolment/index.ts';
import { type Act, record } from '../../platform/journal.ts';
import type { PieceAtDesk } from '../checking.ts';
import type { CheckingDeps } from '../deps.ts';

/**
 * Who was sent which file: written before its first byte leaves. `ahead`: the browser asked for it while the piece before
 * was being looked at. `page`: one of its pages, as a picture; null: all of it.
 */
export async function recordViewing(
  deps: Pick<CheckingDeps, 'db'>,
  act: Act,
  at: PieceAtDesk,
  depositId: string,
  ahead: boolean,
  page: number | null,
): Promise<void> {
  await deps.db.transaction().execute((tx) =>
    record(tx, act, 'document.viewed', subjectOf(at.enrolment), {
      enrolmentId: at.enrolment.id,
      pieceId: at.piece.id,
      code: at.piece.code,
      confidential: at.piece.confidential,
      depositId,
      ahead,
      page,
    }),
  );
}
