import type { Piece, PieceDecision } from '../piece.ts';

/** What a decision writes of its piece. */
type Written = Pick<Piece, 'comment' | 'receivedOn' | 'postedOn' | 'returnedOn' | 'correctableUntil'>;

type Said = {
  readonly decision: string;
  readonly officerId: string;
  readonly takenBackAt: Temporal.Instant | null;
};

/**
 * The last word on the piece, said once more by the same person and changing nothing of it: whoever goes back in their browser and presses
 * again decides once. A file given since has opened the piece again, and another day, comment or time is another word.
 */
export function isSaidAgain(
  piece: Pick<Piece, 'status'> & Written,
  last: Said | undefined,
  next: Written & { readonly decision: PieceDecision; readonly officerId: string },
): boolean {
  return (
    last !== undefined &&
    last.takenBackAt === null &&
    last.officerId === next.officerId &&
    last.decision === next.decision &&
    piece.status === next.decision &&
    piece.comment === next.comment &&
    same(piece.receivedOn, next.receivedOn) &&
    same(piece.postedOn, next.postedOn) &&
    same(piece.returnedOn, next.returnedOn) &&
    same(piece.correctableUntil, next.correctableUntil)
  );
}

function same<Of extends { equals: (other: Of) => boolean }>(one: Of | null, other: Of | null): boolean {
  return one === null || other === null ? one === other : one.equals(other);
}
