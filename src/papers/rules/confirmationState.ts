import { type EnrolmentStatus, isRunning } from '../../enrolment/index.ts';
import type { PieceStanding } from '../../pieces/index.ts';

/**
 * Where the candidate is with the signature, read from what remains. `to-sign`, `refused`, `to-hand-over`: something to do;
 * `late`: too late to do it alone; `signed`: given, the office checks; `compliant`: nothing left; `ended`: the enrolment is no
 * longer there to sign.
 */
export type ConfirmationState = 'to-sign' | 'refused' | 'to-hand-over' | 'late' | 'signed' | 'compliant' | 'ended';

/** `sheet`: where `CINSIG01` stands; undefined when it isn't asked. */
export function confirmationState(status: EnrolmentStatus, sheet: PieceStanding | undefined): ConfirmationState {
  if (!isRunning({ status })) return 'ended';
  switch (sheet) {
    case 'compliant':
    case 'to-hand-over':
    case 'late':
      return sheet;
    case 'to-correct':
      return 'refused';
    case 'given':
    case 'with-office':
      return 'signed';
    default:
      return 'to-sign';
  }
}
