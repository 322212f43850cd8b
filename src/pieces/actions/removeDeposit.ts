import { type EnrolmentId, isRunning, subjectOf, voidSignature } from '../../enrolment/index.ts';
import { forgetFiles, stopWaiting, type UnreadPart } from '../../keptFiles/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PieceActDeps, PiecesDeps } from '../deps.ts';
import { SIGNED_CONFIRMATION } from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { isHandedOver, refuseDeposit } from '../rules/pieceState.ts';
import { findDeposit, markRemoved } from '../store/deposits.ts';
import { onPiece } from './onPiece.ts';

export type RemoveOrder = {
  readonly enrolmentId: EnrolmentId;
  readonly candidateId: string;
  readonly code: string;
  readonly depositId: string;
};

/**
 * The candidate takes a file back, as long as another may be given. The file stays on record, unless nobody has read it yet: nobody will. A
 * second click does nothing.
 */
export async function removeDeposit(
  deps: PieceActDeps & { readonly files: Pick<PiecesDeps['files'], 'remove'> },
  act: Act,
  order: RemoveOrder,
): Promise<Result<null, Refusal>> {
  const done = await onPiece<readonly UnreadPart[]>(deps.db, order, async (tx, enrolment, piece) => {
    const file = piece.files.find((one) => one.id === order.depositId);
    if (file === undefined) {
      const before = await findDeposit(tx, enrolment.id, order.depositId);
      return before?.pieceId === piece.id ? ok([]) : refuse({ code: 'not-found' });
    }
    const locked =
      !isRunning(enrolment) || isHandedOver(piece) || refuseDeposit(piece, await readMoment(tx, act)) !== null;
    if (locked) return refuse({ code: 'locked' });
    await markRemoved(tx, file, piece.files.length === 1);
    const waited = file.kept.unread === true ? await stopWaiting(tx, file.id) : null;
    await deps.events.publish(tx, act, 'piece.removed', subjectOf(enrolment), {
      enrolmentId: enrolment.id,
      pieceId: piece.id,
      code: piece.code,
      confidential: piece.confidential,
      depositId: file.id,
    });
    if (piece.code === SIGNED_CONFIRMATION && piece.files.length === 1) await voidSignature(tx, enrolment);
    return ok(waited ?? []);
  });
  if (!done.ok) return done;
  await forgetFiles(
    deps.files,
    done.value.map(({ key }) => key),
  );
  return ok(null);
}
