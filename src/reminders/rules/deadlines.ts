import { closingOf, type PieceWithFiles, type Remaining } from '../../pieces/index.ts';

const THEIRS = ['to-give', 'to-correct', 'to-hand-over'] as const;

/**
 * The deadlines of which something is still the candidate's to do, the nearest first, each once: a piece to give, to do again, or given
 * and not handed over. Documents of health remind nobody.
 */
export function deadlinesLeft(
  { standings }: Pick<Remaining, 'standings'>,
  pieces: readonly PieceWithFiles[],
): readonly Temporal.Instant[] {
  const theirs = pieces.filter(
    ({ code, confidential }) => !confidential && THEIRS.some((one) => one === standings.get(code)),
  );
  const ends = new Map(theirs.map((piece) => [closingOf(piece).epochNanoseconds, closingOf(piece)]));
  return [...ends.values()].toSorted(Temporal.Instant.compare);
}
