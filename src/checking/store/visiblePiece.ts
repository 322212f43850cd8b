import { findPieceById, type PieceWithFiles } from '../../pieces/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Scope, visibleEnrolment } from '../../scope/index.ts';

/** The piece, if it is of those that may be seen, in an enrolment that may. */
export async function visiblePiece(
  db: Database,
  scope: Scope,
  asked: string | undefined,
): Promise<PieceWithFiles | null> {
  const piece = await findPieceById(db, scope.academy, asked ?? '');
  if (piece === null || piece.confidential !== (scope.pieces === 'confidential')) return null;
  return (await visibleEnrolment(db, scope, piece.enrolmentId)) === null ? null : piece;
}
