import { closingOf, type PieceWithFiles, type Remaining } from '../../pieces/index.ts';

const THEIRS = ['to-give', 'to-correct', 'to-hand-over'] as const;

/**
 * The pieces that are still the candidate's to give, to do again, or to hand over. Documents of health remind nobody and are listed
 * for nobody.
 */
export function piecesLeft(
  { standings }: Pick<Remaining, 'standings'>,
  pieces: readonly PieceWithFiles[],
): readonly PieceWithFiles[] {
  return pieces.filter(({ code, confidential }) => !confidential && THEIRS.some((one) => one === standings.get(code)));
}

/** Their deadlines, the nearest first, each once. */
export function deadlinesOf(pieces: readonly PieceWithFiles[]): readonly Temporal.Instant[] {
  const ends = new Map(pieces.map((piece) => [closingOf(piece).epochNanoseconds, closingOf(piece)]));
  return [...ends.values()].toSorted(Temporal.Instant.compare);
}
