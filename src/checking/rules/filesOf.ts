import type { QueuedFile, QueuedPiece } from '../checking.ts';

/** Pieces that follow one another and are one candidate's stand in one row. */
export function filesOf(pieces: readonly QueuedPiece[]): readonly QueuedFile[] {
  const files: (QueuedFile & { readonly pieces: QueuedPiece[] })[] = [];
  for (const piece of pieces) {
    const last = files.at(-1);
    if (last?.enrolmentId === piece.enrolmentId) last.pieces.push(piece);
    else {
      const { enrolmentId, session, number, name, speciality, underReserve } = piece;
      files.push({ enrolmentId, session, number, name, speciality, underReserve, pieces: [piece] });
    }
  }
  return files;
}

/** When the longest waiting of them came; null: none has come. */
export function waitsSince({ pieces }: QueuedFile): Temporal.Instant | null {
  return earliest(pieces.map(({ since }) => since).filter((since) => since !== null));
}

/** The nearest of their deadlines. */
export function nextDue({ pieces }: QueuedFile): Temporal.Instant | null {
  return earliest(pieces.map(({ dueAt }) => dueAt));
}

function earliest(instants: readonly Temporal.Instant[]): Temporal.Instant | null {
  return instants.toSorted(Temporal.Instant.compare)[0] ?? null;
}
