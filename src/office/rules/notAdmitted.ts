import { closingOf, isGiven, isOffered, type PieceWithFiles, waitingForWaiver } from '../../pieces/index.ts';

/** The sanction of R.408: not admitted to the units concerned, the enrolment stands (notice, « Attestations »). */
export type NotAdmitted = {
  /** The certificates that are not in. */
  readonly missing: readonly string[];
  /** The instant before which they were due. */
  readonly dueAt: Temporal.Instant;
  /** `awaited`: a waiver given in time is still to be decided on. */
  readonly standing: 'not-admitted' | 'awaited';
};

/**
 * Which certificates are neither in by their due instant nor excused; null when none. `certificates`: their codes. What the
 * office received on paper is in, whatever the day: it is the office's word.
 */
export function notAdmitted(
  pieces: readonly PieceWithFiles[],
  certificates: ReadonlySet<string>,
  now: Temporal.Instant,
): NotAdmitted | null {
  const isOver = (piece: PieceWithFiles): boolean => Temporal.Instant.compare(now, closingOf(piece)) >= 0;
  const missing = pieces.filter(
    (piece) =>
      certificates.has(piece.code) &&
      !piece.countsForValidation &&
      !isOffered(piece) &&
      piece.status !== 'not-applicable' &&
      !isGiven(piece) &&
      isOver(piece),
  );
  const [first] = missing;
  if (first === undefined) return null;
  const waiting = waitingForWaiver(pieces);
  return {
    missing: missing.map(({ code }) => code),
    dueAt: first.dueAt,
    standing: missing.every(({ code }) => waiting.has(code)) ? 'awaited' : 'not-admitted',
  };
}
