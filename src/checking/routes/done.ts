import { personName } from '../../accounts/index.ts';
import { findEnrolmentOf } from '../../enrolment/index.ts';
import { listReviews } from '../../pieces/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { type AtDesk, pieceLabel } from '../../scope/index.ts';
import type { CheckingDeps } from '../deps.ts';
import type { DoneLine } from '../pages/done.tsx';
import { decisionInWords, reviewTexts } from '../reviewTexts.ts';
import { takeBackOf } from '../rules/takeBack.ts';
import { visiblePiece } from '../store/visiblePiece.ts';

/**
 * The decision that led to this page (`?fait=`), told from what is on record and not from the address: only of a piece of the
 * scope, and only if the last word is this officer's. `next`: null when the list ended.
 */
export async function doneIn(
  deps: CheckingDeps,
  visit: Visit,
  at: AtDesk,
  next: string | null,
): Promise<DoneLine | null> {
  const { scope, staff } = at;
  const piece = await visiblePiece(deps.db, scope, visit.query.fait);
  if (piece === null) return null;
  const [enrolment, [last]] = await Promise.all([
    findEnrolmentOf(deps.db, scope.academy, piece.enrolmentId),
    listReviews(deps.db, piece.id),
  ]);
  if (enrolment === null) return null;
  const candidate = await deps.accounts.findCandidate(deps.db, enrolment.candidateId);
  if (last?.officerId !== staff.accountId || last.takenBackAt !== null) return null;
  if (last.decision !== piece.status || candidate === null) return null;
  const text = reviewTexts.done(
    decisionInWords(piece.status),
    pieceLabel(deps.catalogue(), piece),
    personName(candidate),
  );
  return {
    pieceId: piece.id,
    enrolmentId: enrolment.id,
    takeBack: takeBackOf(piece, last, staff.accountId, deps.clock.now()),
    refused: piece.status === 'non-compliant',
    text: next === null ? `${text} ${reviewTexts.last}` : text,
  };
}
