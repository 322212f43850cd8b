import { closingOf, isGiven, isOffered, isOver, type PieceWithFiles } from '../../../pieces/index.ts';

/** The sanction of R.408: not admitted to the units concerned, the enrolment stands (notice, « Attestations »). */
export type NotAdmitted = {
  /** The certificates that are not in. */
  readonly missing: readonly string[];
  /** The instant before which they were due. */
  readonly dueAt: Temporal.Instant;
  /** The instant before which one of them may still be given; null: none may. */
  readonly openUntil: Temporal.Instant | null;
};

/**
 * Which certificates are neither in by their due instant nor excused; null when none. `certificates`: their codes. What the
 * office received on paper is in, whatever the day: it is the office's word. A waiver that waits for an answer changes nothing here, or whoever
 * reads the file would learn that there is one. `heard`: its candidate was invited to answer, which reopened what is missing.
 */
export function notAdmitted(
  pieces: readonly PieceWithFiles[],
  certificates: ReadonlySet<string>,
  now: Temporal.Instant,
  heard = false,
): NotAdmitted | null {
  const missing = pieces.filter(
    (piece) =>
      certificates.has(piece.code) &&
      !piece.countsForValidation &&
      !isOffered(piece) &&
      piece.status !== 'not-applicable' &&
      !isGiven(piece) &&
      (heard || isOver(piece, now)),
  );
  const [first] = missing;
  if (first === undefined) return null;
  const open = missing.map(closingOf).filter((end) => Temporal.Instant.compare(now, end) < 0);
  const openUntil = open.toSorted(Temporal.Instant.compare).at(-1) ?? null;
  return { missing: missing.map(({ code }) => code), dueAt: first.dueAt, openUntil };
}
