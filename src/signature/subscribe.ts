import { SIGNED_CONFIRMATION } from '../pieces/index.ts';
import { tellSigned } from './actions/tellSigned.ts';
import type { SignatureDeps } from './deps.ts';
import { endSignatures, standAgain } from './store/signatures.ts';

/** A signature falls with an officer's refusal of the signed confirmation, and stands again when that is taken back. */
export function subscribeSignatures(deps: Omit<SignatureDeps, 'accounts'>): void {
  const { events } = deps;
  events.subscribe('enrolment.signed', 'tell', (tx, event) => tellSigned(deps, tx, event));
  events.subscribe('piece.reviewed', 'settle', async (tx, { payload: { enrolmentId, code, decision } }) => {
    if (code === SIGNED_CONFIRMATION && decision === 'non-compliant') await endSignatures(tx, enrolmentId);
  });
  events.subscribe('piece.reviewTakenBack', 'settle', async (tx, { payload: { enrolmentId, code, decision } }) => {
    if (code === SIGNED_CONFIRMATION && decision === 'non-compliant') await standAgain(tx, enrolmentId);
  });
}
