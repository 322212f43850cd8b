import { whyNotOpened } from '../../keptFiles/index.ts';
import { listPieces } from '../../pieces/index.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import type { PieceAtDesk } from '../checking.ts';
import type { CheckingDeps } from '../deps.ts';
import type { ReviewView } from '../pages/reviewView.ts';
import { provesIdentity } from '../rules/declaredFacts.ts';

/** The identity document of the same file, where it may be opened by whoever reads this piece. */
export async function identityBeside(
  deps: Pick<CheckingDeps, 'db' | 'scans'>,
  { piece, enrolment, scope }: PieceAtDesk,
): Promise<ReviewView['identity']> {
  if (scope.pieces !== 'ordinary' || provesIdentity(piece.code)) return null;
  const identity = (await listPieces(deps.db, enrolment.id)).find(
    ({ code, confidential }) => provesIdentity(code) && !confidential,
  );
  const first = identity?.files.find(({ kept }) => whyNotOpened(kept, { is: 'staff', scans: deps.scans }) === null);
  if (identity === undefined || first === undefined) return null;
  return { page: checkingAddresses.pageBeside(identity.id, first.id), piece: checkingAddresses.piece(identity.id) };
}
