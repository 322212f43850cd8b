import { closingOf, codesOf, type PieceWithFiles, type Remaining } from '../../pieces/index.ts';
import type { CaseState, Regularisation, TurnedAway } from '../closing.ts';

export type ClosingCase = {
  readonly state: CaseState;
  /** The pieces that are missing and whose time is over, or was before an invitation reopened them. */
  readonly missing: readonly string[];
  /** Those of them that somebody tried to give in time. */
  readonly apart: readonly string[];
};

/**
 * Is this file incomplete, and what stands in the way of a sanction? Null: nothing that counts for the validation is missing, or its
 * time isn't over. What was given and isn't checked yet is never missing.
 */
export function closingCase(
  remaining: Pick<Remaining, 'lines'>,
  pieces: readonly PieceWithFiles[],
  {
    invitation,
    turnedAway,
  }: { readonly invitation: Regularisation | null; readonly turnedAway: readonly TurnedAway[] },
  now: Temporal.Instant,
): ClosingCase | null {
  const counted = pieces.filter(({ countsForValidation, confidential }) => countsForValidation && !confidential);
  const late = counted.filter(({ code }) => codesOf(remaining, 'late').includes(code));
  const isOpen = invitation !== null && Temporal.Instant.compare(now, invitation.until) < 0;
  const reopened = isOpen ? counted.filter((piece) => isReopened(piece, invitation)) : [];
  const missing = [...new Set([...late, ...reopened].map(({ code }) => code))];
  if (missing.length === 0) return null;
  const apart = late
    .filter((piece) =>
      turnedAway.some(
        ({ code, begunAt }) => code === piece.code && Temporal.Instant.compare(begunAt, closingOf(piece)) < 0,
      ),
    )
    .map(({ code }) => code);
  return { state: stateOf(isOpen, invitation, apart), missing, apart };
}

function isReopened(piece: PieceWithFiles, { codes, until }: Regularisation): boolean {
  const isMissing = piece.status === 'non-compliant' || (piece.status === 'none' && piece.files.length === 0);
  return isMissing && codes.includes(piece.code) && Temporal.Instant.compare(closingOf(piece), until) >= 0;
}

function stateOf(isOpen: boolean, invitation: Regularisation | null, apart: readonly string[]): CaseState {
  if (isOpen) return 'invited';
  if (apart.length > 0) return 'apart';
  return invitation === null ? 'to-invite' : 'expired';
}
