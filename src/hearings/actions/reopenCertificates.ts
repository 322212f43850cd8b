import type { ResolvedSession } from '../../catalogue/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { type PieceWithFiles, reopenUntil } from '../../pieces/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { curesOf, endOfCure } from '../rules/certificates.ts';

/**
 * What keeps the place, or gives it back, may be given as long as the invitation and the decision say: on line, at the counter and by the
 * post, from the invitation on and after the decision, until the exam begins.
 */
export function reopenCertificates(
  tx: Tx,
  id: EnrolmentId,
  of: {
    readonly pieces: readonly PieceWithFiles[];
    readonly certificates: readonly string[];
    readonly session: ResolvedSession;
  },
): Promise<void> {
  return reopenUntil(tx, id, curesOf(of.pieces, of.certificates), endOfCure(of.session));
}
