import { whyNotOpened } from '../../../keptFiles/index.ts';
import { listPieces } from '../../../pieces/index.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import type { PieceAtDesk } from '../../office.ts';
import { provesIdentity } from '../../rules/declaredFacts.ts';
import type { ReviewView } from '../pages/reviewView.ts';

/** The identity document of the same file, where it may be opened by whoever reads this piece. */
export async function identityBeside(
  deps: Pick<OfficeDeps, 'db' | 'scans'>,
  { piece, enrolment, scope }: PieceAtDesk,
): Promise<ReviewView['identity']> {
  if (scope.pieces !== 'ordinary' || provesIdentity(piece.code)) return null;
  const identity = (await listPieces(deps.db, enrolment.id)).find(
    ({ code, confidential }) => provesIdentity(code) && !confidential,
  );
  const first = identity?.files.find(({ kept }) => whyNotOpened(kept, { is: 'staff', scans: deps.scans }) === null);
  if (identity === undefined || first === undefined) return null;
  return { page: addresses.pageBeside(identity.id, first.id), piece: addresses.piece(identity.id) };
}
