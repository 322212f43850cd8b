import { type Enrolment, type EnrolmentId, onEnrolment } from '../../enrolment/index.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type Result, refuse } from '../../platform/result.ts';
import type { PieceWithFiles } from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { lockPiece } from '../store/pieces.ts';

/** One act of a candidate on one of their pieces, in one transaction: the enrolment first, then the piece. */
export function onPiece<T>(
  db: Database,
  of: { readonly enrolmentId: EnrolmentId; readonly candidateId: string; readonly code: string },
  work: (tx: Tx, enrolment: Enrolment, piece: PieceWithFiles) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return onEnrolment<T, Refusal>(db, { id: of.enrolmentId, candidateId: of.candidateId }, async (tx, enrolment) => {
    const piece = await lockPiece(tx, enrolment.id, of.code);
    return piece === null ? refuse({ code: 'not-found' }) : work(tx, enrolment, piece);
  });
}
