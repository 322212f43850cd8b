import type { Decided } from '../../decisions/index.ts';
import {
  type Enrolment,
  type EnrolmentId,
  isRunning,
  lockEnrolment,
  markSigned,
  subjectOf,
  type Untold,
  unvalidateEnrolment,
  validateEnrolment,
  voidSignature,
} from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { type PieceActDeps, sessionOf } from '../deps.ts';
import { PIECE_LIFE, type Piece, type PieceDecision, type PieceWithFiles, SIGNED_CONFIRMATION } from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { correctionTime } from '../rules/correctionTime.ts';
import { allInOrder, isBeingRead } from '../rules/pieceState.ts';
import { isSaidAgain } from '../rules/saidAgain.ts';
import { beforeReview } from '../rules/takingBack.ts';
import { findPieceById, listPieces, lockPiece } from '../store/pieces.ts';
import { listReviews, writeReview } from '../store/reviews.ts';
import { settleExcuses } from './settleExcuses.ts';

export type ReviewOrder = {
  readonly academy: string;
  /** Is this piece of this enrolment theirs to decide on? Portfolio, and who may see health data. */
  readonly mayDecide: (enrolment: Enrolment, piece: Piece) => boolean;
  readonly pieceId: string;
  readonly decision: PieceDecision;
  readonly comment: string | null;
  /** What the officer had under the eyes: a colleague's decision or another file since then makes it void. */
  readonly rowVersion: number;
  readonly officerId: string;
  /** The day that the officer typed for a paper; null: the one on record, else today. */
  readonly receivedOn: Temporal.PlainDate | null;
  /** Of a paper: its postmark, and when it was sent back. */
  readonly postedOn?: Temporal.PlainDate | null;
  readonly returnedOn?: Temporal.PlainDate | null;
  /** The officer was told that this takes back a validation, and wants it. */
  readonly mayUnvalidate: boolean;
  /** That the candidate doesn't know of the validation; else nobody undoes it by looking at a piece again: they are heard first. */
  readonly untold?: (tx: Tx, enrolment: Enrolment) => Promise<Untold | null>;
  /** The officer holds a paper: a piece asked for online may come on paper all the same, and then has no file. */
  readonly onPaper: boolean;
};

/**
 * An officer's word on a piece: *Reçue*, *Conforme* or *Non conforme* with a comment. Validates the enrolment when all
 * pieces due at the closing are in order, and takes that back when one no longer is.
 */
export async function reviewPiece(
  deps: PieceActDeps,
  act: Act,
  order: ReviewOrder,
): Promise<Result<EnrolmentId, Refusal>> {
  return transact<EnrolmentId, Refusal>(deps.db, (tx) => review(deps, tx, act, order));
}

/**
 * What a decision that undoes a validation does to the piece that was found wrong: it is to be given again, in a time of its own, which runs
 * from the decision's notification (`runFromNotice`). The
 * decision is on record: nobody undoes a validation that was told by looking at a piece again.
 */
export function refuseOfValidated(
  deps: PieceActDeps,
  tx: Tx,
  act: Act,
  decided: Decided,
  of: {
    readonly enrolment: Enrolment;
    readonly pieceId: string;
    readonly comment: string;
    readonly officerId: string;
  },
): Promise<Result<EnrolmentId, Refusal>> {
  return review(deps, tx, act, {
    academy: of.enrolment.academy,
    mayDecide: ({ id }) => id === of.enrolment.id,
    pieceId: of.pieceId,
    decision: 'non-compliant',
    comment: of.comment,
    rowVersion: null,
    officerId: of.officerId,
    receivedOn: null,
    mayUnvalidate: true,
    onPaper: true,
    decided,
  });
}

type Order = Omit<ReviewOrder, 'rowVersion'> & { readonly rowVersion: number | null; readonly decided?: Decided };

async function review(deps: PieceActDeps, tx: Tx, act: Act, order: Order): Promise<Result<EnrolmentId, Refusal>> {
  // The enrolment first, then the piece: the same order as the candidate's acts, so that nobody waits for ever.
  const asked = await findPieceById(tx, order.academy, order.pieceId);
  const enrolment = asked === null ? null : await lockEnrolment(tx, asked.enrolmentId);
  if (asked === null || enrolment === null || !order.mayDecide(enrolment, asked)) return refuse({ code: 'not-found' });
  const found = await lockPiece(tx, enrolment.id, asked.code);
  if (found === null) return refuse({ code: 'not-found' });
  const refusal = refuseReview(found, enrolment, order) ?? (await refuseUndoing(tx, found, enrolment, order));
  if (refusal !== null) return refuse(refusal);
  const { decision, officerId } = order;
  const stood = enrolment.status === 'validated' && allInOrder(await listPieces(tx, enrolment.id));
  const { now } = await readMoment(tx, act);
  const paper = paperDays(found, order);
  const written = {
    ...paper,
    decision,
    officerId,
    comment: decision === 'non-compliant' ? order.comment : null,
    receivedOn: receptionDay(found, order, now),
    correctableUntil: correctableUntil(deps, found, decision, now),
  };
  const [last] = await listReviews(tx, found.id);
  if (order.decided === undefined && isSaidAgain(found, last, written)) return ok(enrolment.id);
  await writeReview(tx, {
    ...written,
    piece: found,
    awaitsNotice: order.decided !== undefined,
    depositIds: found.files.map((file) => file.id),
    before: beforeReview(found, enrolment),
  });
  const payload = {
    enrolmentId: enrolment.id,
    pieceId: found.id,
    code: found.code,
    confidential: found.confidential,
    decision,
    // The journal can't be erased and has other readers: no word about somebody's health.
    comment: found.confidential ? null : order.comment,
    undoesValidation: undoesValidation(found, enrolment, decision),
    ...(paper.postedOn === null ? {} : { postedOn: paper.postedOn.toString() }),
    ...(paper.returnedOn === null ? {} : { returnedOn: paper.returnedOn.toString() }),
  };
  await deps.events.publish(tx, act, 'piece.reviewed', subjectOf(enrolment), payload);
  await settleExcuses(tx, act, enrolment);
  return settleEnrolment(deps, tx, act, { enrolment, piece: found, order, stood });
}

function correctableUntil(
  { catalogue }: PieceActDeps,
  piece: PieceWithFiles,
  decision: PieceDecision,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (decision === 'compliant') return null;
  const before = piece.correctableUntil;
  return decision === 'received' ? before : correctionTime(sessionOf(catalogue(), piece.session), now, before);
}

/** When it came: the day typed for a paper, else that of the last file. The day of a decision says nothing of it. */
function receptionDay(
  piece: PieceWithFiles,
  { onPaper, receivedOn }: Order,
  now: Temporal.Instant,
): Temporal.PlainDate {
  const lastFile = piece.files.at(-1);
  if (!onPaper && lastFile !== undefined) return parisDay(lastFile.begunAt);
  return receivedOn ?? piece.receivedOn ?? parisDay(now);
}

/** What was read on an envelope; the postmark of a letter that was refused says nothing of the next one. */
function paperDays(
  piece: PieceWithFiles,
  { onPaper, decision, postedOn, returnedOn }: Order,
): Pick<Piece, 'postedOn' | 'returnedOn'> {
  if (!onPaper) return { postedOn: null, returnedOn: null };
  const isAnother = piece.status === 'non-compliant' && decision !== 'non-compliant';
  const refused = decision === 'non-compliant';
  return {
    postedOn: postedOn ?? (isAnother ? null : piece.postedOn),
    returnedOn: refused ? (returnedOn ?? piece.returnedOn) : null,
  };
}

function refuseReview(piece: PieceWithFiles, enrolment: Enrolment, order: Order): Refusal | null {
  if (!isRunning(enrolment)) return { code: 'enrolment-ended' };
  const code = PIECE_LIFE.whyNot(order.decision, piece.status);
  if (code !== null) return { code, at: piece.dueAt };
  if (order.rowVersion !== null && piece.rowVersion !== order.rowVersion) return { code: 'decided-meanwhile' };
  if (piece.mode === 'online' && piece.files.length === 0 && !order.onPaper) return { code: 'nothing-to-check' };
  if (!order.onPaper && isBeingRead(piece)) return { code: 'file-being-read' };
  if (order.decision === 'non-compliant' && (order.comment ?? '').trim() === '') return { code: 'comment-missing' };
  return null;
}

/** Once it was told, a validation falls after a hearing alone; before, to whoever says that they know it. */
async function refuseUndoing(
  tx: Tx,
  piece: PieceWithFiles,
  enrolment: Enrolment,
  { decision, mayUnvalidate, untold, decided }: Order,
): Promise<Refusal | null> {
  if (!undoesValidation(piece, enrolment, decision)) return null;
  if (decided !== undefined) return null;
  if (untold !== undefined && (await untold(tx, enrolment)) === null) return { code: 'validation-told' };
  return mayUnvalidate && decision === 'non-compliant' ? null : { code: 'would-unvalidate' };
}

/** A validation creates rights (CRPA L242-1): it is taken back by a refusal with its ground, knowingly, and told. */
function undoesValidation(piece: PieceWithFiles, { status }: Enrolment, decision: PieceDecision): boolean {
  return status === 'validated' && piece.countsForValidation && decision !== 'compliant';
}

async function settleEnrolment(
  deps: PieceActDeps,
  tx: Tx,
  act: Act,
  {
    enrolment,
    piece,
    order,
    stood,
  }: {
    readonly enrolment: Enrolment;
    readonly piece: PieceWithFiles;
    readonly order: Order;
    /** It was validated, and rightly. */
    readonly stood: boolean;
  },
): Promise<Result<EnrolmentId, Refusal>> {
  let signed = enrolment;
  if (piece.code === SIGNED_CONFIRMATION) {
    if (order.decision === 'non-compliant') await voidSignature(tx, enrolment);
    // A sheet by post has no deposit: its reception signs.
    else await markSigned(deps, tx, act, enrolment);
    signed = (await lockEnrolment(tx, enrolment.id)) ?? enrolment;
  }
  if (allInOrder(await listPieces(tx, enrolment.id))) await validateEnrolment(deps, tx, act, signed);
  else if (signed.status === 'validated') {
    const by = order.decided ?? (await order.untold?.(tx, signed)) ?? null;
    if (by !== null) await unvalidateEnrolment(tx, act, signed, by);
    else if (stood) return refuse({ code: 'validation-told' });
  }
  return ok(enrolment.id);
}
