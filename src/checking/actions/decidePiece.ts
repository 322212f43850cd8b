import { untoldValidation } from '../../mails/index.ts';
import { listReviews, type PieceDecision, type PieceRefusal, reviewPiece } from '../../pieces/index.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result } from '../../platform/result.ts';
import type { PieceAtDesk } from '../checking.ts';
import type { CheckingDeps } from '../deps.ts';

export type DecisionOrder = {
  readonly decision: PieceDecision;
  readonly comment: string | null;
  /** Typed for a paper; null: the day on record, else today. */
  readonly receivedOn: Temporal.PlainDate | null;
  /** Of a paper: its postmark, and when it was sent back. */
  readonly postedOn: Temporal.PlainDate | null;
  readonly returnedOn: Temporal.PlainDate | null;
  /** The box that takes a validation back is ticked. */
  readonly mayUnvalidate: boolean;
  /** The row that was under the officer's eyes. */
  readonly rowVersion: number;
  /** How many decisions the page already showed: what came since can be told, and a double click recognised. */
  readonly decisionsSeen: number;
  /** How many files it showed. */
  readonly filesSeen: number;
  /** It showed no file that counts: the officer holds a paper. */
  readonly onPaper: boolean;
};

/**
 * An officer's decision on a piece of their scope. Of two officers at once, the second is refused (`decided-meanwhile`); the
 * same decision of the same officer sent twice is one.
 */
export async function decidePiece(
  deps: CheckingDeps,
  act: Act,
  at: PieceAtDesk,
  order: DecisionOrder,
): Promise<Result<null, PieceRefusal>> {
  const done = await reviewPiece(deps, act, {
    academy: at.scope.academy,
    mayDecide: (enrolment, piece) =>
      enrolment.id === at.enrolment.id && piece.confidential === (at.scope.pieces === 'confidential'),
    pieceId: at.piece.id,
    decision: order.decision,
    comment: order.decision === 'non-compliant' ? order.comment : null,
    rowVersion: order.rowVersion,
    officerId: at.staff.accountId,
    receivedOn: order.receivedOn,
    postedOn: order.postedOn,
    returnedOn: order.returnedOn,
    mayUnvalidate: order.mayUnvalidate,
    untold: untoldValidation,
    onPaper: order.onPaper,
  });
  if (done.ok) return ok(null);
  if (done.error.code === 'decided-meanwhile' && (await isTwin(deps, at, order))) return ok(null);
  return done;
}

/** A double click: since the page was opened there was one decision, this one, by this officer. */
async function isTwin(deps: Pick<CheckingDeps, 'db'>, at: PieceAtDesk, order: DecisionOrder): Promise<boolean> {
  const reviews = await listReviews(deps.db, at.piece.id);
  const [last] = reviews;
  const comment = order.decision === 'non-compliant' ? order.comment : null;
  return (
    last !== undefined &&
    reviews.length === order.decisionsSeen + 1 &&
    last.officerId === at.staff.accountId &&
    last.takenBackAt === null &&
    last.decision === order.decision &&
    last.comment === comment
  );
}
