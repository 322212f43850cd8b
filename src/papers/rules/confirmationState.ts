import type { EnrolmentStatus } from '../../enrolment/index.ts';
import type { PieceStatus } from '../../pieces/index.ts';

/**
 * Where the candidate is with the signature. `to-sign`, `refused`: something to do before `closesAt`; `late`: too late to do
 * it alone; `signed`: given, the office checks; `compliant`: nothing left; `ended`: the enrolment is no longer there to sign.
 */
export type ConfirmationState = 'to-sign' | 'refused' | 'late' | 'signed' | 'compliant' | 'ended';

type Known = {
  readonly status: EnrolmentStatus;
  /** Does the signature bear the version registered last? */
  readonly signed: boolean;
  /** Of `CINSIG01`; null when it isn't asked. */
  readonly piece: PieceStatus | null;
  readonly closesAt: Temporal.Instant;
  readonly now: Temporal.Instant;
};

export function confirmationState({ status, signed, piece, closesAt, now }: Known): ConfirmationState {
  if (status !== 'registered' && status !== 'validated') return 'ended';
  if (piece === 'compliant') return 'compliant';
  if (signed) return 'signed';
  if (Temporal.Instant.compare(now, closesAt) >= 0) return 'late';
  return piece === 'non-compliant' ? 'refused' : 'to-sign';
}
