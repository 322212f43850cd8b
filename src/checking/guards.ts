import { actBy } from '../accounts/index.ts';
import { type Denial, type Guard, isDenial, type Visit } from '../platform/http/visit.ts';
import { type AtDesk, atDesk, atQueue, type GuardDeps, openFile, recordOpening } from '../scope/index.ts';
import type { PieceAtDesk } from './checking.ts';
import { visiblePiece } from './store/visiblePiece.ts';

/** The piece in the address (`:id`), with its file. */
export function pieceAtDesk(deps: GuardDeps): Guard<PieceAtDesk> {
  const desk = atQueue(deps);
  return {
    name: `${desk.name}, their piece`,
    admit: (visit) => admitPiece(deps, desk, visit),
  };
}

/** The same for who reads files, and so never a piece that holds health data. */
export function ordinaryPieceAtDesk(deps: GuardDeps): Guard<PieceAtDesk> {
  const desk = atDesk(deps);
  return {
    name: `${desk.name}, their piece`,
    admit: (visit) => admitPiece(deps, desk, visit),
  };
}

async function admitPiece(deps: GuardDeps, desk: Guard<AtDesk>, visit: Visit): Promise<PieceAtDesk | Denial> {
  const at = await desk.admit(visit);
  if (isDenial(at)) return at;
  const piece = await visiblePiece(deps.db, at.scope, visit.params.id);
  const file = piece === null ? null : await openFile(deps, at, piece.enrolmentId);
  if (file === null || piece === null || isDenial(file)) return { denied: 'not-found' };
  // A document has an act of its own, also when the browser asks for it ahead; and when a health document was read, nobody else
  // of the office may infer it from the file's history.
  if (visit.params.deposit === undefined && !piece.confidential)
    await recordOpening(deps, actBy(visit, at.staff), file);
  return { ...file, piece };
}
