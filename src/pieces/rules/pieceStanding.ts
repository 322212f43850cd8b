import { isOffered, type PieceWithFiles } from '../piece.ts';
import { isOver } from './deadline.ts';
import { handOverState, isGiven, waitingForWaiver } from './pieceState.ts';

/**
 * Where one piece stands, and with whom. `given`: it is in, its group isn't complete; `to-hand-over`: it is in and waits for
 * *J'ai fourni toutes mes pièces*; `late`: missing, and its time is over; `offered`: nobody demands it (R.408 waiver); `offered-refused`: what
 * came for it was refused, or couldn't be read;
 * `waits-for-waiver`: a waiver that is in may make it needless.
 */
export type PieceStanding =
  | 'to-give'
  | 'to-correct'
  | 'late'
  | 'given'
  | 'to-hand-over'
  | 'with-office'
  | 'compliant'
  | 'exempted'
  | 'offered'
  | 'offered-refused'
  | 'waits-for-waiver'
  | 'not-applicable';

export type Standings = ReadonlyMap<string, PieceStanding>;

/** Where each piece of an enrolment stands at an instant. */
export function standingsOf(all: readonly PieceWithFiles[], now: Temporal.Instant): Standings {
  const asked = all.filter(({ status }) => status !== 'not-applicable');
  return new Map(all.map((piece) => [piece.code, standingOf(piece, asked, now)]));
}

/** The files by which anybody may judge what is missing. Not of health: whether something of it was given is nobody's to learn. */
export function ordinaryFiles(all: readonly PieceWithFiles[]): PieceWithFiles['files'] {
  return all.flatMap(({ confidential, files }) => (confidential ? [] : files));
}

/** `asked`: every piece that is, this one included. */
function standingOf(piece: PieceWithFiles, asked: readonly PieceWithFiles[], now: Temporal.Instant): PieceStanding {
  const { status } = piece;
  if (status === 'not-applicable' || status === 'exempted' || status === 'compliant') return status;
  if (isGiven(piece)) {
    if (piece.handedOverAt !== null || piece.mode === 'post') return 'with-office';
    return handOverState(asked.filter(({ group }) => group === piece.group)) === 'ready' ? 'to-hand-over' : 'given';
  }
  if (waitingForWaiver(asked).has(piece.code)) return 'waits-for-waiver';
  const over = isOver(piece, now);
  const isToRedo = status === 'non-compliant' || piece.refused.length > 0;
  if (isOffered(piece)) return isToRedo && !over ? 'offered-refused' : 'offered';
  if (over) return 'late';
  return status === 'non-compliant' ? 'to-correct' : 'to-give';
}
