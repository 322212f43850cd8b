import type { Catalogue } from '../catalogue/index.ts';
import { type PieceWithFiles, pieceInWords } from '../pieces/index.ts';
import type { Option } from '../ui/index.ts';
import { mayBeAbout } from './rules/pieces.ts';

/** The pieces of an enrolment that a message may be about. */
export function pieceChoices(catalogue: Catalogue, pieces: readonly PieceWithFiles[]): readonly Option[] {
  return pieces.filter(mayBeAbout).map((piece) => ({ value: piece.code, label: pieceInWords(catalogue, piece) }));
}

/** « Justificatif de domicile (DOMICIL) », of a session's pieces. */
export function pieceLabelIn(catalogue: Catalogue, session: string): (code: string) => string {
  return (code) => pieceInWords(catalogue, { session, code });
}
