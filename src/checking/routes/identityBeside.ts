import { whyNotOpened } from '../../keptFiles/index.ts';
import type { PieceWithFiles } from '../../pieces/index.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import type { PieceAtDesk } from '../checking.ts';
import type { CheckingDeps } from '../deps.ts';
import type { ReviewView } from '../pages/reviewView.ts';
import { provesIdentity } from '../rules/declaredFacts.ts';

/** The identity document of the same file, where it may be opened by whoever reads this piece. */
export function identityBeside(
  deps: Pick<CheckingDeps, 'scans'>,
  { piece, scope }: PieceAtDesk,
  pieces: readonly PieceWithFiles[],
): ReviewView['identity'] {
  if (scope.pieces !== 'ordinary' || provesIdentity(piece.code)) return null;
  const identity = pieces.find(({ code, confidential }) => provesIdentity(code) && !confidential);
  const first = identity?.files.find(({ kept }) => whyNotOpened(kept, { is: 'staff', scans: deps.scans }) === null);
  if (identity === undefined || first === undefined) return null;
  return { page: checkingAddresses.pageBeside(identity.id, first.id), piece: checkingAddresses.piece(identity.id) };
}
