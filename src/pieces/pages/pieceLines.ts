import { shortInstant } from '../../ui/index.ts';
import type { PieceWithFiles } from '../piece.ts';
import { viewOf, waitingForWaiver } from '../rules/pieceState.ts';
import { postmarkOf } from '../rules/postmark.ts';
import { texts } from '../texts.ts';

/** Of a paper: posted, received, sent back. */
export function paperLines(
  piece: Parameters<typeof postmarkOf>[0] & Pick<PieceWithFiles, 'receivedOn' | 'returnedOn'>,
): readonly string[] {
  const { receivedOn, returnedOn, status } = piece;
  const postmark = postmarkOf(piece);
  // What is in order is in order, whatever the day.
  const standing = postmark === null || status === 'compliant' ? null : postmark.standing;
  return [
    ...(postmark === null ? [] : [texts.posted(postmark.on, standing)]),
    ...(receivedOn === null ? [] : [texts.receivedOn(receivedOn)]),
    ...(returnedOn === null ? [] : [texts.returned(returnedOn)]),
  ];
}

/** Why it is no longer to be given, or may not be for long. */
export function waiverLines(piece: PieceWithFiles, all: readonly PieceWithFiles[]): readonly string[] {
  if (piece.excusedBy !== null) {
    const reviewedAt = all.find(({ code }) => code === piece.excusedBy)?.reviewedAt ?? null;
    return [texts.excused(reviewedAt === null ? null : shortInstant(reviewedAt))];
  }
  const missing = viewOf(piece, piece.files.length) === 'to-give' || piece.status === 'non-compliant';
  return missing && waitingForWaiver(all).has(piece.code) ? [texts.waiverPending] : [];
}
