import {
  type Enrolment,
  type EnrolmentId,
  lockEnrolment,
  restoreSignature,
  restoreValidation,
  subjectOf,
  type Untold,
  unvalidateEnrolment,
  validateEnrolment,
} from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PieceActDeps } from '../deps.ts';
import { type Piece, SIGNED_CONFIRMATION } from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { allInOrder } from '../rules/pieceState.ts';
import { type PieceBefore, refuseTakingBack } from '../rules/takingBack.ts';
import { findPieceById, listPieces, lockPiece } from '../store/pieces.ts';
import { listReviews, restorePiece } from '../store/reviews.ts';
import { settleExcuses } from './settleExcuses.ts';

export type TakingBackOrder = {
  readonly academy: string;
  readonly mayDecide: (enrolment: Enrolment, piece: Piece) => boolean;
  readonly pieceId: string;
  /** The decision that was under the officer's eyes: not one that came since. */
  readonly reviewId: string;
  readonly officerId: string;
  /** That the candidate doesn't know of the validation that the decision had brought. */
  readonly untold?: (tx: Tx, enrolment: Enrolment) => Promise<Untold | null>;
};

/**
 * A slip of the finger: the decision just taken is as if it had never been. The piece is what it was, *Déposée* too, and so are
 * the signature and the validation. Asked twice, it is done once.
 */
export async function takeBackReview(
  deps: PieceActDeps,
  act: Act,
  order: TakingBackOrder,
): Promise<Result<EnrolmentId, Refusal>> {
  return transact<EnrolmentId, Refusal>(deps.db, async (tx) => {
    const asked = await findPieceById(tx, order.academy, order.pieceId);
    const enrolment = asked === null ? null : await lockEnrolment(tx, asked.enrolmentId);
    if (asked === null || enrolment === null || !order.mayDecide(enrolment, asked))
      return refuse({ code: 'not-found' });
    const piece = await lockPiece(tx, enrolment.id, asked.code);
    const reviews = await listReviews(tx, asked.id);
    const review = reviews.find(({ id }) => id === order.reviewId);
    if (piece === null) return refuse({ code: 'not-found' });
    if (review === undefined) return refuse({ code: 'decided-meanwhile' });
    if (review.takenBackAt !== null && review.officerId === order.officerId) return ok(enrolment.id);
    const { now } = await readMoment(tx, act);
    const refusal = refuseTakingBack(review, { piece, enrolment, officerId: order.officerId, now });
    if (refusal !== null) return refuse({ code: refusal });
    const { before } = review;
    if (before === null) return refuse({ code: 'take-back-late' });
    await restorePiece(tx, piece, { reviewId: review.id, before, officerId: order.officerId });
    await deps.events.publish(tx, act, 'piece.reviewTakenBack', subjectOf(enrolment), {
      enrolmentId: enrolment.id,
      pieceId: piece.id,
      code: piece.code,
      confidential: piece.confidential,
      decision: review.decision,
    });
    await settleExcuses(tx, act, enrolment);
    return restoreEnrolment(deps, tx, act, { enrolment, piece, before, untold: order.untold });
  });
}

async function restoreEnrolment(
  deps: PieceActDeps,
  tx: Tx,
  act: Act,
  {
    enrolment,
    piece,
    before,
    untold,
  }: {
    readonly enrolment: Enrolment;
    readonly piece: Piece;
    readonly before: PieceBefore;
    readonly untold: TakingBackOrder['untold'];
  },
): Promise<Result<EnrolmentId, Refusal>> {
  const { signature, validatedAt } = before;
  if (piece.code === SIGNED_CONFIRMATION)
    await restoreSignature(
      tx,
      enrolment,
      signature === null ? null : { version: signature.version, at: Temporal.Instant.from(signature.at) },
    );
  const signed = (await lockEnrolment(tx, enrolment.id)) ?? enrolment;
  // Another piece may have been decided since: what stands now counts, not what stood then.
  if (!allInOrder(await listPieces(tx, enrolment.id))) {
    if (signed.status !== 'validated') return ok(enrolment.id);
    const by = (await untold?.(tx, enrolment)) ?? null;
    if (by === null) return refuse({ code: 'take-back-late' });
    await unvalidateEnrolment(tx, act, signed, by, 'taken-back');
  } else if (validatedAt === null) await validateEnrolment(deps, tx, act, signed);
  else await restoreValidation(tx, act, signed, Temporal.Instant.from(validatedAt));
  return ok(enrolment.id);
}
