import type { PieceType } from '../../catalogue/index.ts';
import type { Deposit, PieceWithFiles } from '../piece.ts';
import { isHandedOver } from './pieceState.ts';

/**
 * Is less in than is usual of such a piece, the front of a card without its back? It is asked, never refused: a passport has one page, and
 * both sides may be on it. What is refused says itself what it lacks; of a document that nobody has read yet nobody knows.
 */
export function mayLackSide(
  piece: Pick<PieceWithFiles, 'status' | 'handedOverAt'> & {
    readonly files: readonly Pick<Deposit, 'pages' | 'type' | 'kept'>[];
  },
  type: Pick<PieceType, 'sides'> | undefined,
): boolean {
  if (type?.sides === undefined || piece.status !== 'none' || isHandedOver(piece)) return false;
  const counts = piece.files
    .filter(({ kept }) => kept.erasedAt === null && kept.scan !== 'infected')
    .map(({ pages, type: kind }) => pages ?? (kind.startsWith('image/') ? 1 : null));
  if (counts.length === 0 || counts.includes(null)) return false;
  return counts.reduce<number>((sum, pages) => sum + (pages ?? 0), 0) < type.sides;
}
