import { type Deposit, judgedFiles, MOST_FILES, type PieceWithFiles, SIGNED_CONFIRMATION } from '../piece.ts';
import { isHandedOver } from './pieceState.ts';

export type Giving = {
  /** May the piece have several files? */
  readonly repeatable: boolean;
  /** Did whoever gives it say that it takes the place of what was refused? */
  readonly replaces: boolean;
  /** It isn't read yet. */
  readonly unread: boolean;
};

/**
 * The files that one given now takes the place of. The other side of a card joins what is there, after a refusal too, unless whoever gives it
 * says that it replaces what was refused. A refused sheet is signed anew, whole. What isn't read yet takes the place of nothing that may
 * still be judged: until it is, both stand. One that nobody can open makes room in any case.
 */
export function replacedBy(piece: PieceWithFiles, giving: Giving): readonly Deposit[] {
  const refused = piece.status === 'non-compliant';
  const anew = !giving.repeatable || (refused && piece.code === SIGNED_CONFIRMATION);
  if (anew && (refused || !giving.unread)) return piece.files;
  const judged = giving.replaces && !isHandedOver(piece) ? judgedFiles(piece) : [];
  return piece.files.filter((file) => judged.includes(file) || file.kept.scan === 'infected');
}

/** Does what is given next stand beside what was refused, if nothing else is said? */
export function mayReplace(piece: PieceWithFiles, repeatable: boolean): boolean {
  const joins = repeatable && piece.code !== SIGNED_CONFIRMATION;
  return joins && !isHandedOver(piece) && judgedFiles(piece).length > 0;
}

type Judged = Pick<Deposit, 'id' | 'sent' | 'sha256'>;

/**
 * Is it, byte for byte, one of those that the office refused? It is taken like any other: people choose the wrong file again, and some think
 * that they were misread.
 */
export function repeatsRefused(file: Judged, files: readonly Judged[], foundWanting: readonly string[]): boolean {
  const bytes = ({ sent, sha256 }: Judged): string => sent?.sha256 ?? sha256;
  return (
    !foundWanting.includes(file.id) && files.some((one) => foundWanting.includes(one.id) && bytes(one) === bytes(file))
  );
}

/** Has it as many files as a piece may have, once those have made room? */
export function isFull(piece: PieceWithFiles, giving: Giving): boolean {
  return giving.repeatable && piece.files.length - replacedBy(piece, giving).length >= MOST_FILES;
}
