import type { PieceType } from '../../catalogue/index.ts';
import type { Deposit, PieceWithFiles } from '../piece.ts';
import { isHandedOver } from './pieceState.ts';

/**
 * Is one page alone in of what mostly is a card, its front without its back? It is asked, never refused: a passport has one page, and
 * both sides may be on it. What is refused says itself what it lacks; of a document that nobody has read yet nobody knows.
 */
export function mayLackSide(
  piece: Pick<PieceWithFiles, 'status' | 'handedOverAt'> & {
    readonly files: readonly Pick<Deposit, 'pages' | 'type' | 'kept'>[];
  },
  type: Pick<PieceType, 'twoSided'> | undefined,
): boolean {
  if (type?.twoSided !== true || piece.status !== 'none' || isHandedOver(piece)) return false;
  const files = piece.files.filter(({ kept }) => kept.erasedAt === null && kept.scan !== 'infected');
  const [only] = files;
  if (only === undefined || files.length > 1) return false;
  return only.pages === 1 || (only.pages === null && only.type.startsWith('image/'));
}
