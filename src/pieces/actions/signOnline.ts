import { type Enrolment, lockEnrolment, markSigned, validateEnrolment } from '../../enrolment/index.ts';
import type { Moment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import type { PieceActDeps } from '../deps.ts';
import { type Piece, SIGNED_CONFIRMATION } from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { allInOrder, refuseSigning, shutBy } from '../rules/pieceState.ts';
import { listPieces, lockPiece } from '../store/pieces.ts';
import { writeCompliant } from '../store/states.ts';

/** The signed confirmation of an enrolment, where it may be signed on line now. The enrolment is locked. */
export async function sheetToSign(tx: Tx, enrolment: Enrolment, moment: Moment): Promise<Result<Piece, Refusal>> {
  const piece = await lockPiece(tx, enrolment.id, SIGNED_CONFIRMATION);
  if (piece === null) return refuse({ code: 'not-found' });
  const code = refuseSigning(piece, moment);
  return code === null ? ok(piece) : refuse(shutBy(piece, code));
}

/**
 * The confirmation was signed on line: `CINSIG01` is *Conforme* by itself, the enrolment is signed, and validated where nothing else
 * is missing.
 */
export async function signSheetOnline(
  deps: Pick<PieceActDeps, 'events'>,
  tx: Tx,
  act: Act,
  { enrolment, piece, now }: { readonly enrolment: Enrolment; readonly piece: Piece; readonly now: Temporal.Instant },
): Promise<void> {
  await writeCompliant(tx, piece.id, parisDay(now));
  await markSigned(deps, tx, act, enrolment, 'online');
  const signed = (await lockEnrolment(tx, enrolment.id)) ?? enrolment;
  if (allInOrder(await listPieces(tx, enrolment.id))) await validateEnrolment(deps, tx, act, signed);
}
