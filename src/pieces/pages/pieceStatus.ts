import type { StatusName } from '../../ui/index.ts';
import type { PieceWithFiles } from '../piece.ts';
import { isBeingRead, type PieceView, viewOf } from '../rules/pieceState.ts';

const STATUS: Readonly<Record<PieceView, StatusName>> = {
  'to-give': 'missing',
  given: 'deposited',
  received: 'received',
  compliant: 'compliant',
  'non-compliant': 'refused',
  exempted: 'exempted',
  'not-applicable': 'irrelevant',
};

/** The pill of a piece: the candidate and the office see the same. */
export function pieceStatus(piece: PieceWithFiles): StatusName {
  const view = viewOf(piece, piece.files.length);
  return view === 'given' && isBeingRead(piece) ? 'being-read' : STATUS[view];
}
