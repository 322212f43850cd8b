import { type PieceView, type PieceWithFiles, viewOf } from '../../pieces/index.ts';
import type { StatusName } from '../../ui/index.ts';

const STATUS: Readonly<Record<PieceView, StatusName>> = {
  'to-give': 'missing',
  given: 'deposited',
  received: 'received',
  compliant: 'compliant',
  'non-compliant': 'refused',
  exempted: 'exempted',
  'not-applicable': 'irrelevant',
};

/** The pill of a piece, as the candidate sees it. */
export function statusOf(piece: PieceWithFiles): StatusName {
  return STATUS[viewOf(piece, piece.files.length)];
}
