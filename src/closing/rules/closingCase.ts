import { isHeard } from '../../hearings/index.ts';
import { closingOf, hasNotCome, type PieceWithFiles, type Standings } from '../../pieces/index.ts';
import type { CaseState, Regularisation, TurnedAway } from '../closing.ts';

export type ClosingCase = {
  readonly state: CaseState;
  /** The pieces that are missing and whose time is over, or was before an invitation reopened them. */
  readonly missing: readonly string[];
  /** Those of them that an invitation whose date is past named: a sanction stands on these alone (CRPA L121-1). */
  readonly held: readonly string[];
  /** Those of them that somebody tried to give in time. */
  readonly apart: readonly string[];
};

/**
 * Is this file incomplete, and what stands in the way of a sanction? Null: nothing that counts for the validation is missing, or its
 * time isn't over. What was given and isn't checked yet is never missing.
 */
export function closingCase(
  standings: Standings,
  pieces: readonly PieceWithFiles[],
  {
    invitations,
    turnedAway,
  }: {
    /** The last one first. */
    readonly invitations: readonly Regularisation[];
    readonly turnedAway: readonly TurnedAway[];
  },
  now: Temporal.Instant,
): ClosingCase | null {
  const counted = pieces.filter(({ countsForValidation, confidential }) => countsForValidation && !confidential);
  const late = counted.filter(({ code }) => standings.get(code) === 'late');
  const [last] = invitations;
  const isOpen = last !== undefined && isHeard(last, now);
  const reopened = isOpen ? counted.filter((piece) => isReopened(piece, last)) : [];
  const missing = [...new Set([...late, ...reopened].map(({ code }) => code))];
  if (missing.length === 0) return null;
  const apart = late
    .filter((piece) =>
      turnedAway.some(
        ({ code, begunAt }) => code === piece.code && Temporal.Instant.compare(begunAt, closingOf(piece)) < 0,
      ),
    )
    .map(({ code }) => code);
  // One that a decision followed is spent: whoever is reinstated is invited anew before another.
  const past = invitations.filter((invitation) => invitation.outcome !== 'decided' && !isHeard(invitation, now));
  const held = missing.filter((code) => past.some(({ codes }) => codes.includes(code)));
  return { state: stateOf({ isOpen, apart, held }), missing, held, apart };
}

function isReopened(piece: PieceWithFiles, { codes, until }: Regularisation): boolean {
  return hasNotCome(piece) && codes.includes(piece.code) && Temporal.Instant.compare(closingOf(piece), until) >= 0;
}

function stateOf({
  isOpen,
  apart,
  held,
}: Pick<ClosingCase, 'apart' | 'held'> & { readonly isOpen: boolean }): CaseState {
  if (isOpen) return 'invited';
  if (apart.length > 0) return 'apart';
  return held.length === 0 ? 'to-invite' : 'expired';
}
