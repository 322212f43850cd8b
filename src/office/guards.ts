import { actBy } from '../accounts/index.ts';
import { decisionsToldTo } from '../papers/index.ts';
import { type Denial, type Guard, isDenial, reaching, type Visit } from '../platform/http/visit.ts';
import {
  type AtDesk,
  atDesk,
  atHealthDesk,
  atQueue,
  type FileAtDesk,
  type GuardDeps,
  openFile,
  recordOpening,
  visibleEnrolment,
} from '../scope/index.ts';
import type { OfficeDeps } from './deps.ts';
import type { PieceAtDesk } from './office.ts';
import { lettersOfFile } from './store/letters.ts';
import { visiblePiece } from './store/visiblePiece.ts';

type TimedDeps = GuardDeps & Pick<OfficeDeps, 'clock'>;

/** The file in the address of a letter (`:id`, `:lettre`) that tells of somebody's health: no other file exists here. */
export function healthLetterAtDesk(deps: GuardDeps): Guard<FileAtDesk> {
  return reaching(atHealthDesk(deps), 'their letter', async (at, visit) => {
    const id = await visibleEnrolment(deps.db, at.scope, visit.params.id);
    const known =
      id !== null && (await lettersOfFile(deps.db, at.scope, id)).some((one) => one.id === visit.params.lettre);
    const file = known ? await openFile(deps, at, id) : null;
    return file === null || isDenial(file) ? null : file;
  });
}

/** The file in the address (`:id`) whose candidate was told of a decision of the service of accommodations. */
export function healthFileAtDesk(deps: TimedDeps): Guard<FileAtDesk> {
  return reaching(atHealthDesk(deps), 'a decision of theirs', async (at, visit) => {
    const id = await visibleEnrolment(deps.db, at.scope, visit.params.id);
    const file = id === null ? null : await openFile(deps, at, id);
    if (file === null || isDenial(file)) return null;
    const told = await decisionsToldTo(deps.db, file.enrolment, deps.clock.now());
    return told.some(({ confidential }) => confidential) ? file : null;
  });
}

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
